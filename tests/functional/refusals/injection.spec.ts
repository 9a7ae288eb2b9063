import { test } from '@japa/runner'
import { ROLES, type Role, TABLE } from '#tests/support/access'
import { Agent, person } from '#tests/support/agent'
import { addressOf, browserOf } from '#tests/support/cast'
import { fieldOf, textOf, toastOf } from '#tests/support/html'
import { type World, aWorld } from '#tests/support/world'

/** Would be a part of the page wherever it is not escaped: in a text, in an attribute, in a script. */
const NASTY = `"'><b class=nasty>{{ 7 * 7 }}</b>`

async function aNastyWorld(): Promise<World> {
  const world = await aWorld()
  await world.forum.merge({ name: NASTY, place: NASTY }).save()
  for (const stand of [world.acme, world.globex, world.initech]) await stand.merge({ name: `${NASTY}${stand.id}` }).save()
  for (const attendee of [world.alice, world.bob, world.david]) await attendee.merge({ givenName: NASTY, familyName: NASTY }).save()
  for (const name of ['alice', 'bob', 'chloe', 'odile', 'adrien'] as const)
    await (await person(name)).merge({ givenName: NASTY, familyName: NASTY }).save()
  await world.news.merge({ params: { stand: NASTY } }).save()
  return world
}

test.group('What people type', () => {
  for (const role of ['visitor', 'candidate', 'attendee', 'neighbour', 'stand', 'organiser', 'admin'] as Role[])
    test(`stays text on every page that ${ROLES[role]} sees`, async ({ assert }) => {
      const world = await aNastyWorld()
      const browser = await browserOf(role, world)
      const query = `q=${encodeURIComponent(NASTY)}&next=${encodeURIComponent(`/${NASTY}`)}&open=${world.acme.id}`
      const pages = TABLE.filter(({ method, route, answers }) => method === 'GET' && route !== 'live' && answers.page?.includes(role))
      let shown = 0
      for (const line of pages)
        for (const address of [addressOf(line, world), `${addressOf(line, world)}?${query}`]) {
          const { body, status, headers } = await browser.get(address)
          assert.oneOf(status, [200, 204], address)
          // A file is not a page: what it holds has its own tests.
          if (headers.get('content-type')?.startsWith('text/csv')) continue
          assert.notInclude(body, '<b class', address)
          if (textOf(body).includes('{{ 7 * 7 }}')) shown++
        }
      assert.isAbove(shown, 3, 'it is there, as it was typed')
    })

  test('comes back as it was typed', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    await adrien.post('/salon', { name: NASTY, place: NASTY, startsAt: NASTY, endsAt: '', _back: '/salon/create' })
    const { body } = await adrien.get('/salon/create')
    assert.notInclude(body, '<b class')
    for (const name of ['name', 'place', 'startsAt']) assert.equal(fieldOf(body, name)!.value, NASTY)
  })

  test('stays text in what is said over the page', async ({ assert }) => {
    const { acme, initech } = await aNastyWorld()
    const chloe = await Agent.as('chloe')
    for (const standId of [initech.id, initech.id]) await chloe.post('/salon/forum/my/entries', { standId, _back: '/salon/forum' })
    const { body } = await chloe.get('/salon/forum')
    assert.include(toastOf(body), NASTY)
    assert.notInclude(body, '<b class')
    const desk = await Agent.atStands(acme)
    const told = await desk.post(`/salon/forum/stands/${acme.id}/pause`, {}, { json: true })
    assert.include(JSON.parse(told.body).message, NASTY)
    assert.match(told.headers.get('content-type')!, /^application\/json/)
  })

  test('stays text in the address of an error', async ({ assert }) => {
    for (const path of [`/${NASTY}`, `/salon/${NASTY}`, `/salon/forum?x=${NASTY}`, `/salon/links/${NASTY}`]) {
      const { body } = await (await Agent.as('alice')).get(encodeURI(path))
      assert.notInclude(body, '<b class', path)
    }
  })
})
