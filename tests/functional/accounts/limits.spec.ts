import { mock } from 'node:test'
import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import { PASSWORD } from '#database/seeders/cast_seeder'
import User from '#models/accounts/user'
import { Agent } from '#tests/support/agent'
import { toastOf } from '#tests/support/html'
import { later, withClock } from '#tests/support/time'
import { aWorld } from '#tests/support/world'

async function tries(email: string, password = 'wrong', times = 1) {
  let last = 0
  for (let n = 0; n < times; n++) last = (await attempt(email, password)).status
  return last
}

async function attempt(email: string, password: string) {
  return (await Agent.visitor()).post('/compte/sign-ins', { email, password }, { json: true })
}

test.group('Somebody who guesses passwords', (group) => {
  withClock(group)
  group.each.setup(async () => {
    hash.fake()
    // What the fake makes of a password is the password.
    await User.query().update({ password: PASSWORD })
    return () => hash.restore()
  })

  test('is stopped after ten, even with the right one, for that account only', async ({ assert }) => {
    assert.equal(await tries('alice@example.org', 'wrong', 10), 422)
    const { status, headers } = await attempt('alice@example.org', PASSWORD)
    assert.equal(status, 429)
    assert.equal(headers.get('retry-after'), '900')
    assert.equal(await tries('bob@example.org', PASSWORD), 303)
  })

  test('is stopped whatever the case of the address', async ({ assert }) => {
    await tries('alice@example.org', 'wrong', 5)
    await tries('ALICE@EXAMPLE.ORG', 'wrong', 5)
    assert.equal(await tries(' Alice@example.org '), 429)
  })

  test('is stopped on an unknown address too, which tells nothing', async ({ assert }) => {
    assert.equal(await tries('nobody@example.org', 'wrong', 10), 422)
    assert.equal(await tries('nobody@example.org'), 429)
  })

  test('may have an address as long as they like', async ({ assert }) => {
    assert.equal(await tries(`${'n'.repeat(242)}@example.org`, 'wrong', 10), 422)
    assert.equal(await tries(`${'n'.repeat(242)}@example.org`), 429)
  })

  test('gains nothing by guessing fifty times at once', async ({ assert }) => {
    const verify = mock.method(hash, 'verify')
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt('alice@example.org', 'wrong')))
    assert.equal(verify.mock.callCount(), 10)
    assert.lengthOf(
      answers.filter(({ status }) => status === 429),
      40
    )
    verify.mock.restore()
  })

  test('waits a quarter of an hour', async ({ assert }) => {
    await tries('alice@example.org', 'wrong', 10)
    later({ minutes: 14 })
    assert.equal(await tries('alice@example.org', PASSWORD), 429)
    later({ minutes: 2 })
    assert.equal(await tries('alice@example.org', PASSWORD), 303)
  })

  test('is forgiven as soon as the password is right', async ({ assert }) => {
    for (let day = 0; day < 3; day++) {
      assert.equal(await tries('alice@example.org', 'wrong', 9), 422)
      assert.equal(await tries('alice@example.org', PASSWORD), 303)
    }
  })

  test('does not lock Alice out of a browser that she has used, at the same address', async ({ assert }) => {
    const phone = await Agent.visitor()
    const form = { email: 'alice@example.org', password: PASSWORD }
    await phone.post('/compte/sign-ins', form)
    const again = await Agent.visitor()
    again.cookies.set('device', phone.cookies.get('device')!)
    assert.equal(await tries('alice@example.org', 'wrong', 11), 429)
    assert.equal((await again.post('/compte/sign-ins', form)).status, 303)
    assert.equal(await tries('alice@example.org', PASSWORD), 429, 'and gives no more tries to the others')
  })

  test('gains nothing from a device of their own, or made up, nor more than ten tries from one of hers', async ({ assert }) => {
    const [mallory, phone] = [await Agent.visitor(), await Agent.visitor()]
    await mallory.post('/compte/sign-ins', { email: 'bob@example.org', password: PASSWORD })
    await phone.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD })
    await tries('alice@example.org', 'wrong', 10)
    const guess = async (device: string) => {
      const browser = await Agent.visitor()
      browser.cookies.set('device', device)
      return (await browser.post('/compte/sign-ins', { email: 'alice@example.org', password: 'wrong' }, { json: true })).status
    }
    for (const device of [mallory.cookies.get('device')!, 'x', 's:x.y', phone.cookies.get('device')!.slice(0, -2)])
      assert.equal(await guess(device), 429, device)
    for (let n = 0; n < 10; n++) assert.equal(await guess(phone.cookies.get('device')!), 422)
    assert.equal(await guess(phone.cookies.get('device')!), 429)
  })

  test('is told so on the page, in a sentence', async ({ assert }) => {
    await tries('alice@example.org', 'wrong', 10)
    const browser = await Agent.visitor()
    const form = { email: 'alice@example.org', password: PASSWORD, _back: '/compte/sign-ins/create' }
    assert.equal((await browser.post('/compte/sign-ins', form)).location, '/compte/sign-ins/create')
    assert.equal(toastOf((await browser.get('/compte/sign-ins/create')).body), 'Trop d’essais. Recommencez dans 15 minutes.')
  })
})

test.group('Somebody who tries links', (group) => {
  withClock(group)

  test('is stopped after 120 in a minute; Acme, behind the same address, is not', async ({ assert }) => {
    const { token, acme } = await aWorld()
    const visitor = await Agent.visitor()
    const statuses = new Set<number>()
    for (let n = 0; n < 120; n++) statuses.add((await visitor.get(`/salon/links/${n}`, { json: true })).status)
    assert.deepEqual([...statuses], [404])
    const refused = await visitor.get('/salon/links/x', { json: true })
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('retry-after'), '60')

    const desk = await Agent.visitor()
    assert.equal((await desk.get(`/salon/links/${token}`)).status, 200)
    assert.equal((await desk.post(`/salon/links/${token}`)).location, `/salon/forum/stands/${acme.id}/dashboard`)
    later({ minutes: 1, seconds: 1 })
    assert.equal((await visitor.get('/salon/links/x', { json: true })).status, 404)
  })

  test('a hundred stands come in at once', async ({ assert }) => {
    const { token } = await aWorld()
    const desk = await Agent.visitor()
    for (let n = 0; n < 150; n++) assert.equal((await desk.get(`/salon/links/${token}`)).status, 200)
  })
})

test.group('Somebody who joins without end', (group) => {
  withClock(group)

  test('is stopped after 120 in a minute', async ({ assert }) => {
    const { initech } = await aWorld()
    const alice = await Agent.as('alice')
    const bob = await Agent.as('bob')
    const join = (browser: Agent) => browser.post('/salon/forum/my/entries', { standId: initech.id }, { json: true })
    assert.equal((await join(alice)).status, 200)
    for (let n = 1; n < 120; n++) assert.equal((await join(alice)).status, 409)
    assert.equal((await join(alice)).status, 429)
    assert.equal((await join(bob)).status, 200)
  })
})
