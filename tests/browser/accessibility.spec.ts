import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { aPoste, aSite, aStation, atDesk, running } from '#database/factories/postes/sites'
import { rereadStations } from '#services/stations'
import { TABLE } from '#tests/support/access'
import { person } from '#tests/support/agent'
import { axe } from '#tests/support/axe'
import { interviewOf } from '#tests/support/fair'
import { phoneOf, stationOf, withBrowser } from '#tests/support/pages'
import { type Seen, livelyWorld } from '#tests/support/seen'
import { PAGES, pageOf } from '#tests/support/seen_pages'

/** Parts of a page, files, and what programs read. */
const UNSEEN = /region|news\.index|export|errors|^manifest$|^live$|^monitoring\.(live|ready)$|documents\.show$/

/** Pages that say no are looked at too. */
const REFUSED: Record<string, number> = { 'visitor nulle-part': 404, 'candidate control': 403 }

const formOf = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`)

test.group('Every page, in both themes', (group) => {
  withBrowser(group)

  let seen: Seen
  group.setup(async () => {
    seen = await livelyWorld()
  })

  test('is among those that are looked at', ({ assert }) => {
    const looked = Object.values(PAGES).flatMap((pages) => pages(seen).map((path) => new URL(path, 'http://x').pathname))
    const pages = TABLE.filter(({ route, method, answers }) => method === 'GET' && answers.page && !UNSEEN.test(route))
    assert.deepEqual(
      pages.filter(({ pattern }) => !looked.some((path) => formOf(pattern).test(path))).map(({ pattern }) => pattern),
      []
    )
  })

  test('has no violation that axe can see, seen by a {$self}')
    .with(Object.keys(PAGES))
    .run(async ({ assert }, role) => {
      const page = await pageOf(role, seen)
      for (const path of PAGES[role](seen)) {
        const answer = await page.goto(path)
        assert.equal(answer!.status(), REFUSED[`${role} ${path.split('/').at(-1)}`] ?? 200, path)
        await assertClean(assert, page, path)
      }
    })
    .timeout(120_000)

  test('nor has a candidate’s page with a dialog open, coming, missed, inside, on pause, and at a closed fair', async ({ assert }) => {
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
    const entry = await alice.related('entries').query().where('stand_id', acme.id).firstOrFail()
    await alice.announce(entry, byNobody())
    await look('coming')
    await acme.markAbsent(entry, byNobody())
    await look('missed')
    await alice.comeBack(entry, byNobody())
    await acme.startInterview(alice, byNobody())
    await look('inside')
    await acme.markPassed(await interviewOf(alice), byNobody())
    await look('on pause')
    await fair.close(byNobody())
    await look('at a closed fair')
  })

  test('nor has the screen of a public computer, at each moment', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const { token } = await aStation(poste)
    await rereadStations()
    const page = await stationOf(token)
    const look = async (what: string) => {
      await page.goto('/station')
      await assertClean(assert, page, what)
    }
    await look('locked')
    const session = await running(site, poste)
    await poste.say('desk', 'Bonjour.', atDesk())
    await session.askForTime(15, atDesk())
    await look('in session')
    await page.getByText('Écrire à l’accueil').click()
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('[data-idle].dialog')!.showModal())
    await assertClean(assert, page, 'nobody there')
    await session.suspend(atDesk())
    await look('suspended')
    await session.end('desk', atDesk(), 'Nous fermons.')
    await look('over')
  })

  test('nor has a form that came back, with its toasts', async ({ assert }) => {
    const page = await phoneOf(null)
    await page.goto('/compte/candidates/create')
    await page.getByRole('button', { name: 'Créer un compte' }).click()
    await page.getByRole('alert').waitFor()
    await assertClean(assert, page, 'refused sign-up')
  })
})

async function assertClean(assert: { deepEqual(actual: unknown, expected: unknown): void }, page: Page, path: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    assert.deepEqual({ path, colorScheme, violations: await axe(page) }, { path, colorScheme, violations: [] })
  }
}
