import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { aUser, anOrganisation } from '#database/factories/accounts/organisations'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import type Organisation from '#models/accounts/organisation'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { person } from '#tests/support/agent'
import { axe } from '#tests/support/axe'
import { interviewOf } from '#tests/support/fair'
import { deskAt, deskOf, phoneOf, withBrowser } from '#tests/support/pages'

interface World {
  fair: Fair
  stand: Stand
  attendeeId: number
  link: string
  organisation: Organisation
}

/** A fair in which every state of every page shows: called, waiting, inside, passed, paused, empty, full. */
async function livelyWorld(): Promise<World> {
  const fair = await aFair()
  const stand = await aStand(fair, { name: 'Acme', slots: 2 })
  const others = await Promise.all([aStand(fair), aStand(fair), aStand(fair, { queueLimit: 1 }), aStand(fair)])
  const [yves, zoe, willy] = await inLine(fair, stand, ['Yves', 'Zoé', 'Willy', 'Xavier'])
  await stand.startInterview(yves, byNobody())
  await stand.markPassed(await interviewOf(yves), byNobody())
  await stand.startInterview(zoe, byNobody())
  await willy.pause(byNobody())
  const alice = await anAttendee(fair, 'Alice', (await person('alice')).id)
  for (const one of [stand, ...others.slice(0, 3)]) await one.join(alice, byNobody())
  await inLine(fair, others[1], ['Victor'])
  await others[1].pause(byNobody())
  const organisation = await anOrganisation({ founder: await person('rachid') })
  const asked = await Promise.all([1, 2].map(async () => organisation.askToJoin(await aUser(), { department: 'Achats' }, byNobody())))
  await asked[0].accept(byNobody())
  await organisation.refuse('Il manque un Kbis.', byNobody())
  return { organisation, fair, stand, attendeeId: alice.id, link: (await stand.link())!.path! }
}

const ACCOUNT = ['', '/profile', '/email', '/password', '/preferences', '/deletion'].map((path) => `/compte${path}`)

/** Pages by whoever sees them; each is looked at in both themes. */
const PAGES: Record<string, (world: World) => string[]> = {
  visitor: ({ fair, link }) => [
    '/',
    '/salon',
    '/salon?when=past&q=rien',
    `/salon/${fair.slug}`,
    '/compte/users/create',
    '/compte/candidates/create',
    '/compte/recruiters/create?q=acme',
    '/compte/recruiters/create?name=Acme',
    '/compte/verifications',
    '/compte/resets/create',
    '/compte/sign-ins/create',
    link,
    '/dev/components',
    '/dev/mails',
    '/dev/mails/templates/messaging/digest',
    '/nulle-part',
  ],
  candidate: ({ fair }) => ['/', `/salon/${fair.slug}`, `/salon/${fair.slug}/my`, `/salon/${fair.slug}/control`, ...ACCOUNT],
  organiser: ({ fair, stand, attendeeId }) =>
    [
      'edit',
      `control?open=${stand.id}`,
      'stands/create',
      `stands/${stand.id}/edit`,
      `stands/${stand.id}/link`,
      'attendees',
      'attendees?q=personne',
      `attendees/${attendeeId}`,
    ]
      .map((path) => `/salon/${fair.slug}/${path}`)
      .concat('/salon/create'),
  recruiter: ({ organisation }) =>
    ['', '?q=zzz', '/create', `/${organisation.id}`, `/${organisation.id}/edit`].map((path) => `/compte/organisations${path}`),
  provider: () => ['/compte/provider', '/compte/provider/edit'],
  moderator: ({ organisation }) => [
    '/admin',
    '/admin/organisations',
    organisation.adminPath,
    `${organisation.adminPath}/edit`,
    '/admin/providers?q=personne',
  ],
  stand: ({ fair, stand }) => [`/salon/${fair.slug}/stands/${stand.id}/dashboard`],
}

test.group('Every page, in both themes', (group) => {
  withBrowser(group)

  test('has no violation that axe can see, seen by a {$self}')
    .with(Object.keys(PAGES))
    .run(async ({ assert }, role) => {
      const world = await livelyWorld()
      const page = await pageOf(role, world)
      for (const path of PAGES[role](world)) {
        await page.goto(path)
        await assertClean(assert, page, path)
      }
    })
    .timeout(120_000)

  test('nor has a candidate’s page with a dialog open, inside, on pause, and at a closed fair', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair, { name: 'Acme' }), await aStand(fair, { name: 'Globex' })]
    const alice = await anAttendee(fair, 'Alice', (await person('alice')).id)
    for (const stand of [acme, globex]) await stand.join(alice, byNobody())
    const page = await phoneOf('alice')
    const look = async (what: string) => {
      await page.goto(`/salon/${fair.slug}/my`)
      await assertClean(assert, page, what)
    }
    await page.goto(`/salon/${fair.slug}/my`)
    await page.locator('[command="show-modal"]').first().click()
    await page.locator('dialog[open]').waitFor()
    await assertClean(assert, page, 'leaving a queue')
    await acme.startInterview(alice, byNobody())
    await look('inside')
    await acme.markPassed(await interviewOf(alice), byNobody())
    await look('on pause')
    await fair.close(byNobody())
    await look('at a closed fair')
  })

  test('nor has a form that came back, with its toasts', async ({ assert }) => {
    const page = await phoneOf(null)
    await page.goto('/compte/candidates/create')
    await page.getByRole('button', { name: 'Créer un compte' }).click()
    await page.getByRole('alert').waitFor()
    await assertClean(assert, page, 'refused sign-up')
  })
})

function pageOf(role: string, { stand }: World) {
  if (role === 'candidate') return phoneOf('alice')
  if (role === 'recruiter') return phoneOf('rachid')
  if (role === 'provider') return phoneOf('paula')
  if (role === 'moderator') return deskOf('maud')
  if (role === 'organiser') return deskOf('adrien')
  return role === 'stand' ? deskAt(stand) : phoneOf(null)
}

async function assertClean(assert: { deepEqual(actual: unknown, expected: unknown): void }, page: Page, path: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual({ path, colorScheme, violations: await axe(page) }, { path, colorScheme, violations: [] })
  }
}
