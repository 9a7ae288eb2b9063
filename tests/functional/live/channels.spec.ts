import { setImmediate } from 'node:timers/promises'
import { test } from '@japa/runner'
import { CHANNELS, ROLES, type Role } from '#tests/support/access'
import { Agent } from '#tests/support/agent'
import { browserOf } from '#tests/support/cast'
import { listen } from '#tests/support/listen'
import { wire } from '#tests/support/wire'
import { aWorld } from '#tests/support/world'
import { streams } from '#services/live_streams'

test.group('Who may listen to what', () => {
  for (const { name, heard, ...of } of CHANNELS)
    test(`${of.told}: heard by ${heard.map((role) => ROLES[role]).join(', ')} and nobody else`, async ({ assert }) => {
      const world = await aWorld()
      for (const role of Object.keys(ROLES) as Role[]) {
        const { status } = await listen(await browserOf(role, world), [name(world)])
        assert.equal(status, heard.includes(role) ? 200 : 403, `${ROLES[role]} at ${name(world)}`)
      }
    })

  test('one channel that is not for her refuses Alice all of them', async ({ assert }) => {
    const { forum, bob, alice } = await aWorld()
    const browser = await Agent.as('alice')
    assert.equal((await listen(browser, [`fairs/${forum.id}`, `attendees/${alice.id}`])).status, 200)
    assert.equal((await listen(browser, [`fairs/${forum.id}`, `attendees/${bob.id}`])).status, 403)
  })

  test('a channel that nobody named is refused even to Adrien', async ({ assert }) => {
    const { acme } = await aWorld()
    const adrien = await Agent.as('adrien')
    const unknown = ['nothing', 'stands', 'fairs/0', 'fairs/99999999', 'stands/-1', 'stands/9999999999999999999', `stands/${acme.id}/other`]
    for (const channel of [...unknown, 'a/b/c/d', '*', 'fairs/*', ' ', 'é', 'constructor', '__proto__'])
      assert.equal((await listen(adrien, [channel])).status, 403, channel)
  })
})

test.group('The stream', () => {
  test('is refused to a page of another site', async ({ assert }) => {
    const { forum } = await aWorld()
    const alice = await Agent.as('alice')
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'x'])
      assert.equal((await listen(alice, [`fairs/${forum.id}`], { origin })).status, 403, origin)
    assert.equal((await listen(alice, [`fairs/${forum.id}`], { 'sec-fetch-site': 'cross-site' })).status, 403)
    assert.equal((await listen(alice, [`fairs/${forum.id}`], { origin: process.env.APP_URL! })).status, 200)
  })

  test('needs one to a hundred channels', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const { forum } = await aWorld()
    for (const address of ['/live', '/live?c[a]=b', `/live?${'c=fairs/1&'.repeat(101)}`])
      assert.equal((await wire('GET', address, { by: alice })).status, 422, address.slice(0, 30))
    assert.equal(
      (
        await listen(
          alice,
          Array.from({ length: 100 }, () => `fairs/${forum.id}`)
        )
      ).status,
      200
    )
  })

  test('is not kept by any cache, nor opened to another origin', async ({ assert }) => {
    const { forum } = await aWorld()
    const { headers } = await listen(await Agent.visitor(), [`fairs/${forum.id}`])
    assert.include(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('content-type'), 'text/event-stream')
    assert.isNull(headers.get('access-control-allow-origin'))
  })

  test('is not opened for somebody who asks for its headers only', async ({ assert }) => {
    const { forum } = await aWorld()
    while (streams.count > 0) await setImmediate()
    const answer = await wire('HEAD', `/live?c=fairs/${forum.id}`)
    assert.equal(answer.status, 200)
    assert.equal(streams.count, 0)
  })
})
