import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { PASSWORD } from '#database/seeders/cast_seeder'
import db from '@adonisjs/lucid/services/db'
import SignIn from '#models/accounts/sign_in'
import { SYSTEM } from '#models/mixins/act'
import { Agent, person } from '#tests/support/agent'
import { later, withClock } from '#tests/support/time'
import { aWorld } from '#tests/support/world'

const MY = '/salon/forum/my'

async function isKnown(browser: Agent) {
  const { status, location } = await browser.get('/salon/forum/my/region', { json: true })
  return location === null && status !== 401
}

function lastSignIn() {
  return SignIn.query().orderBy('id', 'desc').firstOrFail()
}

test.group('The session of a browser', () => {
  test('gets a new name when Alice signs in: whoever prepared the old one is left outside', async ({ assert }) => {
    const browser = await Agent.visitor()
    const prepared = browser.cookies.get('tremplin')!
    await browser.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD })
    assert.isTrue(await isKnown(browser))
    assert.notEqual(browser.cookies.get('tremplin'), prepared)
    browser.cookies.set('tremplin', prepared)
    assert.isFalse(await isKnown(browser))
  })

  test('gets a new name when Alice signs out, and when a stand comes in', async ({ assert }) => {
    const { token } = await aWorld()
    for (const enter of [
      (browser: Agent) => browser.delete('/compte/sign-ins/current'),
      (browser: Agent) => browser.post(`/salon/links/${token}`),
    ]) {
      const browser = await Agent.visitor()
      const before = browser.cookies.get('tremplin')
      assert.equal((await enter(browser)).status, 303)
      assert.notEqual(browser.cookies.get('tremplin'), before)
    }
  })

  test('opens nothing after Alice has signed out, with its old name', async ({ assert }) => {
    const browser = await Agent.as('alice')
    const stolen = browser.cookies.get('tremplin')!
    await browser.delete('/compte/sign-ins/current')
    browser.cookies.set('tremplin', stolen)
    assert.isFalse(await isKnown(browser))
  })

  test('opens nothing once its sign-in was ended from elsewhere', async ({ assert }) => {
    const browser = await Agent.as('alice')
    assert.isTrue(await isKnown(browser))
    await (await lastSignIn()).end({ by: SYSTEM, at: DateTime.now() })
    assert.isFalse(await isKnown(browser))
    assert.equal((await browser.get(MY)).location, `/compte/sign-ins/create?next=${encodeURIComponent(MY)}`)
  })

  test('is kept under a hash of its name, which is in the cookie alone', async ({ assert }) => {
    const browser = await Agent.as('alice')
    const cookie = decodeURIComponent(browser.cookies.get('tremplin')!)
    const name = /[\w-]{36}/.exec(Buffer.from(cookie.replace(/^s:/, ''), 'base64url').toString())![0]
    assert.lengthOf(await db.from('sessions').where('id', name), 0)
    assert.isNotEmpty(await db.from('sessions').whereNotNull('id'))
  })
})

test.group('As time goes by', (group) => {
  withClock(group)

  test('Alice is known for 24 hours at most, however busy she is', async ({ assert }) => {
    const browser = await Agent.as('alice')
    for (let hour = 1; hour < 24; hour++) {
      later({ hours: 1 })
      assert.equal((await browser.get(MY)).location, '/salon/forum', `after ${hour} h`)
    }
    later({ hours: 1, seconds: 1 })
    assert.isFalse(await isKnown(browser))
  })

  test('Alice is forgotten when she has done nothing for two hours', async ({ assert }) => {
    const browser = await Agent.as('alice')
    later({ hours: 1, minutes: 59 })
    assert.isTrue(await isKnown(browser))
    later({ minutes: 2 })
    assert.isFalse(await isKnown(browser))
  })

  test('a page that refetches itself is not Alice doing something', async ({ assert }) => {
    const browser = await Agent.as('alice')
    for (let n = 0; n < 11; n++) {
      later({ minutes: 10 })
      assert.isTrue(await isKnown(browser), `${n}`)
    }
    later({ minutes: 11 })
    assert.isFalse(await isKnown(browser))
  })

  test('Alice is seen once a minute at most, and not by what refetches itself', async ({ assert }) => {
    const browser = await Agent.as('alice')
    const started = (await lastSignIn()).lastSeenAt
    const seen = async () => (await lastSignIn()).lastSeenAt.diff(started).as('seconds')
    later({ seconds: 59 })
    await browser.get(MY)
    assert.equal(await seen(), 0)
    later({ seconds: 2 })
    await browser.get('/salon/forum/my/region')
    assert.equal(await seen(), 0)
    await browser.get(MY)
    assert.equal(await seen(), 61)
    later({ seconds: 30 })
    await browser.get(MY)
    assert.equal(await seen(), 61)
  })

  test('a stand is shut out when its link has expired', async ({ assert }) => {
    const { acme, forum } = await aWorld()
    const desk = await Agent.atStands(acme)
    const dashboard = `/salon/forum/stands/${acme.id}/dashboard`
    const hours = Math.floor(forum.endsAt.diff(DateTime.now()).as('hours')) + 24
    for (let hour = 0; hour < hours; hour++) {
      later({ hours: 1 })
      assert.equal((await desk.get(dashboard)).status, 200, `after ${hour + 1} h`)
    }
    later({ hours: 1 })
    assert.equal((await desk.get(dashboard)).status, 403)
  })

  test('a right taken back is gone at the next request', async ({ assert }) => {
    const odile = await person('odile')
    const browser = await Agent.as('odile')
    assert.equal((await browser.get('/salon/forum/control')).status, 200)
    const { forum } = await aWorld()
    await odile.revoke({ role: 'organiser', fairId: forum.id }, { by: SYSTEM, at: DateTime.now() })
    assert.equal((await browser.get('/salon/forum/control')).status, 403)
  })
})
