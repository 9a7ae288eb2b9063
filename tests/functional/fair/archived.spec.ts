import { test } from '@japa/runner'
import { Agent } from '#tests/support/agent'
import { insideOf } from '#tests/support/fair'
import { textOf } from '#tests/support/html'
import { type World, aWorld } from '#tests/support/world'
import { byNobody } from '#database/factories/fair/fairs'

const FORUM = '/salon/forum'
const SENTENCE = 'Forum de l’emploi est archivé : plus rien n’y change. Sortez-le d’abord des archives.'

/** What may still be done: taking it out, copying it, and what is no part of it. */
const ALLOWED = /^\/(?!salon\/forum)|\/archive\?_method=DELETE$|\/copies$|\/guests\/current\?_method=DELETE$/

async function archivedWorld() {
  const world = await aWorld()
  await world.acme.markPassed(world.interview, byNobody())
  await world.acme.pause(byNobody())
  await world.acme.writeNote(world.met, { text: 'Très clair', interest: 4 }, 0, byNobody())
  await world.forum.close(byNobody())
  await world.forum.archive(byNobody())
  return world
}

/** Every address that a page of the fair would send something to, and every page of it that it leads to. */
function offersOf(body: string) {
  const forms = [...body.matchAll(/<form [^>]*method="post"[^>]*>/g)].map(([tag]) => /action="([^"]*)"/.exec(tag)?.[1])
  const buttons = [...body.matchAll(/formaction="([^"]*)"/g)].map(([, path]) => path)
  const links = [...body.matchAll(/href="(\/salon\/forum[^"#]*)/g)].map(([, path]) => path.replaceAll('&amp;', '&'))
  return { sent: [...forms, ...buttons].filter((path) => path !== undefined), links }
}

const pagesOf: Record<string, (world: World) => Promise<{ agent: Agent; pages: string[] }>> = {
  Odile: async ({ acme, guest, alice }) => ({
    agent: await Agent.as('odile'),
    pages: [
      '',
      '/setup',
      `/control?open=${acme.id}`,
      '/attendees',
      `/attendees/${alice.id}`,
      `/attendees/${guest.attendee.id}`,
      `/attendees/${guest.attendee.id}/link`,
      '/stands',
      `/stands/${acme.id}`,
      `/stands/${acme.id}/link`,
      `/stands/${acme.id}/poster`,
      `/stands/${acme.id}/card`,
      '/posters',
      '/cards',
      `/stands/${acme.id}/dashboard`,
      '/announcements',
      '/exports',
      '/wall/link',
    ],
  }),
  Acme: async ({ acme, met }) => ({
    agent: await Agent.atStands(acme),
    pages: [`/stands/${acme.id}/dashboard`, `/stands/${acme.id}/dashboard?note=${met.id}`],
  }),
  Alice: async ({ acme }) => ({ agent: await Agent.as('alice'), pages: ['', '/my', `/stands/${acme.id}`] }),
  'Zoé without account': async ({ guest, acme }) => ({
    agent: await Agent.asGuest(guest.attendee),
    pages: ['', '/my', `/stands/${acme.id}`],
  }),
}

test.group('An archived fair offers nothing that it would refuse', () => {
  for (const [who, seenBy] of Object.entries(pagesOf))
    test(`to ${who}`, async ({ assert }) => {
      const { agent, pages } = await seenBy(await archivedWorld())
      const led = new Set<string>()
      for (const page of pages) {
        const { status, body } = await agent.get(FORUM + page)
        assert.equal(status, 200, page)
        const { sent, links } = offersOf(body)
        assert.deepEqual(
          sent.filter((path) => !ALLOWED.test(path)),
          [],
          page
        )
        for (const link of links) led.add(link)
      }
      for (const link of led) assert.equal((await agent.get(link)).status, 200, link)
    })
})

test.group('At an archived fair, Acme', () => {
  test('reads what it noted, words or only a mark', async ({ assert }) => {
    const { forum, acme, met, bob } = await aWorld()
    await acme.markPassed((await insideOf(acme))[0], byNobody())
    await acme.startInterview(bob, byNobody())
    const rated = await acme.related('entries').query().where('attendee_id', bob.id).firstOrFail()
    await acme.writeNote(met, { text: 'Très clair\nÀ rappeler', interest: 4 }, 0, byNobody())
    await acme.writeNote(rated, { text: null, interest: 5 }, 0, byNobody())
    await forum.close(byNobody())
    await forum.archive(byNobody())
    const desk = await Agent.atStands(acme)
    const page = `${FORUM}/stands/${acme.id}/dashboard`
    const seen = textOf((await desk.get(page)).body)
    assert.match(seen, /Ma note\s: David Martin\s+Intérêt 4\/5/)
    assert.match(seen, /Ma note\s: Bob \S+\s+Intérêt 5\/5/)
    const noted = (await desk.get(`${page}?note=${met.id}`)).body
    assert.include(noted, '<p class="note__text">Très clair\nÀ rappeler</p>')
    assert.lengthOf(textOf(noted).match(/Intérêt 4\/5/g)!, 2, 'with the words, and on the board')
    assert.lengthOf(textOf((await desk.get(`${page}?note=${rated.id}`)).body).match(/Intérêt 5\/5/g)!, 2)
  })

  test('is not told to take the fair out: only Odile may', async ({ assert }) => {
    const { acme } = await archivedWorld()
    const page = `${FORUM}/stands/${acme.id}/dashboard`
    const said = 'Forum de l’emploi est archivé : plus rien n’y change.'
    assert.include(textOf((await (await Agent.as('odile')).get(page)).body), SENTENCE)
    const desk = await Agent.atStands(acme)
    const { body } = await desk.get(page)
    assert.include(textOf(body), said)
    assert.notInclude(textOf(body), 'Sortez-le')
    const refused = await desk.delete(`${FORUM}/stands/${acme.id}/pause`, {}, { json: true })
    assert.equal(refused.status, 409)
    assert.equal(textOf(JSON.parse(refused.body).message), said)
  })
})

test.group('A form of an archived fair', () => {
  test('is not shown: its address says why at once, and leads to where the fair is taken out', async ({ assert }) => {
    const { acme, guest, entry, staged, people } = await archivedWorld()
    const odile = await Agent.as('odile')
    const forms = [
      'edit',
      'stands/create',
      `stands/${acme.id}/edit`,
      'stands/imports/create',
      `stands/imports/${staged.id}`,
      'release/create',
      'registrations/create',
      'attendees/imports/create',
      `attendees/imports/${people.id}`,
      `attendees/${guest.attendee.id}/edit`,
      `entries/create?stand=${acme.id}`,
      `entries/${entry.id}/rank/edit`,
    ]
    for (const form of forms) {
      const { status, body } = await odile.get(`${FORUM}/${form}`)
      assert.equal(status, 409, form)
      assert.include(textOf(body), SENTENCE, form)
      assert.include(body, `href="${FORUM}/setup"`, form)
      assert.equal((await odile.get(`${FORUM}/${form}`, { json: true })).status, 409, form)
    }
    for (const page of ['control', 'stands', 'attendees', 'announcements'])
      assert.include(textOf((await odile.get(`${FORUM}/${page}`)).body), SENTENCE, page)
    assert.equal((await (await Agent.as('alice')).get(`${FORUM}/edit`)).status, 403)
    assert.equal((await (await Agent.as('adrien')).get(`${FORUM}/copies/create`)).status, 200)
  })

  test('comes back with the fair', async ({ assert }) => {
    const { forum } = await archivedWorld()
    await forum.unarchive(byNobody())
    const odile = await Agent.as('odile')
    assert.equal((await odile.get(`${FORUM}/stands/create`)).status, 200)
    assert.include((await odile.get(`${FORUM}/stands`)).body, `href="${FORUM}/stands/create"`)
    assert.notInclude(textOf((await odile.get(`${FORUM}/stands`)).body), SENTENCE)
  })
})
