import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Organisation from '#models/accounts/organisation'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'
import { aFair, aStand, byNobody } from '#database/factories/fair/fairs'

test.group('Without signing in, a visitor', () => {
  test('reads which stands recruit, where they are, whose they are and how long one waits', async ({ assert }) => {
    const { acme, globex, forum } = await aWorld()
    const hooli = await Organisation.findByOrFail('name', 'Hooli')
    await acme.merge({ place: 'Allée A', organisationId: hooli.id }).save()
    await globex.pause(byNobody())
    const visitor = await Agent.visitor()
    const text = textOf((await visitor.get(forum.path)).body)
    for (const said of ['Acme', 'Allée A', 'Hooli', '3 personnes dans la file', 'd’attente', 'Rejoindre la file'])
      assert.include(text, said)
    assert.notInclude(text, 'Globex')
    const found = textOf((await visitor.get(`${forum.path}?q=hooli`)).body)
    assert.include(found, 'Acme')
    assert.notInclude(found, 'Initech')
  })

  test('before the poster of a stand on pause is told so, and is shown no form to fill in', async ({ assert }) => {
    const { acme, forum } = await aWorld()
    await acme.pause(byNobody())
    const { status, body } = await (await Agent.visitor()).get(`${forum.path}/stands/${acme.id}`)
    assert.equal(status, 200)
    assert.include(textOf(body), 'Acme est actuellement en pause.')
    assert.match(body, /data-door="paused"/)
  })

  test('finds when a closed fair opens, and what is over said to be over', async ({ assert }) => {
    const soon = await aFair({ open: false, startsAt: DateTime.utc().plus({ days: 3 }), endsAt: DateTime.utc().plus({ days: 4 }) })
    const over = await aFair({ open: false, startsAt: DateTime.utc().minus({ days: 3 }), endsAt: DateTime.utc().minus({ days: 2 }) })
    const stand = await aStand(soon)
    const visitor = await Agent.visitor()
    assert.match(textOf((await visitor.get(soon.path)).body), /Il ouvre \p{L}+ \d+ \p{L}+ à \d+/u)
    assert.match(textOf((await visitor.get(`${soon.path}/stands/${stand.id}`)).body), /Le salon ouvre \p{L}+ \d+ \p{L}+ à \d+/u)
    assert.include(textOf((await visitor.get(over.path)).body), 'Ce salon est terminé.')
  })

  test('finds nothing of a fair that was put away, unless they were there or run it', async ({ assert }) => {
    const { forum, acme, guest } = await aWorld()
    await forum.close(byNobody())
    await forum.archive(byNobody())
    const addresses = [forum.path, `${forum.path}/region`, `${forum.path}/stands/${acme.id}`, `${forum.path}/stands/${acme.id}/region`]
    const statusesOf = async (browser: Agent) => Promise.all(addresses.map(async (address) => (await browser.get(address)).status))
    for (const browser of [await Agent.visitor(), await Agent.as('chloe')])
      assert.deepEqual(await statusesOf(browser), [404, 404, 404, 404])
    for (const browser of [await Agent.as('odile'), await Agent.as('alice'), await Agent.asGuest(guest.attendee)])
      assert.deepEqual(await statusesOf(browser), [200, 200, 200, 200])
    assert.include(textOf((await (await Agent.as('bob')).get(`${forum.path}/my`)).body), 'Mes files')
  })
})
