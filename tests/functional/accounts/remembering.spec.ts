import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import { PASSWORD } from '#database/seeders/cast_seeder'
import SignIn from '#models/accounts/sign_in'
import { SYSTEM } from '#models/mixins/act'
import { Agent, person } from '#tests/support/agent'
import { later, withClock } from '#tests/support/time'
import { aWorld } from '#tests/support/world'

const HERE = '/compte/sign-ins'
const REGION = '/messages/news/region'

async function entered(email: string, form: Record<string, string> = {}) {
  const browser = await Agent.visitor()
  const { headers } = await browser.post('/compte/sign-ins', { email, password: PASSWORD, ...form })
  return { browser, cookie: headers.getSetCookie().find((one) => one.startsWith('tremplin='))! }
}

async function isKnown(browser: Agent) {
  return (await browser.get(HERE)).status === 200
}

const lastOne = () => SignIn.query().orderBy('id', 'desc').firstOrFail()

test.group('A browser that remembers', (group) => {
  withClock(group)

  test('keeps its cookie for thirty days when Alice asks for it, and else until it is closed', async ({ assert }) => {
    assert.match((await entered('alice@example.org', { remember: 'on' })).cookie, /; Max-Age=2592000;/)
    assert.notMatch((await entered('alice@example.org')).cookie, /Max-Age|Expires/)
  })

  test('knows Alice for thirty days without a visit, and not a day more', async ({ assert }) => {
    const { browser } = await entered('alice@example.org', { remember: 'on' })
    later({ hours: 24 * 30 - 1 })
    assert.isTrue(await isKnown(browser))
    later({ hours: 2 })
    assert.isFalse(await isKnown(browser))
  })

  test('is none of the staff’s', async ({ assert }) => {
    for (const name of ['omar', 'odile', 'maud', 'adrien']) {
      const { browser, cookie } = await entered(`${name}@example.org`, { remember: 'on' })
      assert.notMatch(cookie, /Max-Age/, name)
      assert.isFalse((await lastOne()).remembered)
      assert.isTrue(await isKnown(browser))
    }
    for (const name of ['rachid', 'paula']) assert.match((await entered(`${name}@example.org`, { remember: 'on' })).cookie, /Max-Age/, name)
  })

  test('forgets Alice within the day when she becomes staff', async ({ assert }) => {
    const { browser } = await entered('alice@example.org', { remember: 'on' })
    await (await person('alice')).grant({ role: 'moderator' }, { by: SYSTEM, at: DateTime.now() })
    assert.isTrue(await isKnown(browser))
    later({ hours: 2, seconds: 1 })
    assert.isFalse(await isKnown(browser))
  })

  test('is told the name of its session once: a late answer gives it no old one back', async ({ assert }) => {
    const browser = await Agent.visitor()
    const tab = new Map(browser.cookies)
    await browser.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD })
    const kept = browser.cookies.get('tremplin')
    browser.cookies = tab
    const { headers } = await browser.get('/salon')
    assert.notInclude(headers.getSetCookie().join(), 'tremplin=')
    browser.cookies.set('tremplin', kept!)
    assert.isTrue(await isKnown(browser))
  })

  test('is not made to forget by a form of another site, which comes without the cookie', async ({ assert }) => {
    const none = await Agent.visitor()
    none.cookies.clear()
    const foreign = await none.post('/compte/preferences?_method=PUT', { theme: 'dark' }, { headers: { origin: 'https://evil.example' } })
    assert.equal(foreign.status, 419)
    assert.isEmpty(foreign.headers.getSetCookie().filter((cookie) => cookie.startsWith('tremplin=')))
  })
})

test.group('A page that is watched', (group) => {
  withClock(group)
  const watching = { json: true, headers: { 'x-watched': '1' } }

  test('keeps Alice signed in for as long as somebody looks at it, for a day at most', async ({ assert }) => {
    const browser = await Agent.as('alice')
    for (let minutes = 0; minutes < 23 * 60; minutes += 10) {
      later({ minutes: 10 })
      assert.equal((await browser.get(REGION, watching)).status, 200, `after ${minutes} min`)
    }
    assert.isTrue(await isKnown(browser))
    later({ hours: 1 })
    assert.equal((await browser.get(REGION, watching)).status, 401)
  })

  test('costs a write every five minutes at most', async ({ assert }) => {
    const browser = await Agent.as('alice')
    const started = (await lastOne()).lastSeenAt
    for (const [minutes, seen] of [
      [4, 0],
      [2, 6],
      [4, 6],
      [2, 12],
    ]) {
      later({ minutes })
      await browser.get(REGION, watching)
      assert.equal((await lastOne()).lastSeenAt.diff(started).as('minutes'), seen)
    }
  })

  test('keeps a stand inside too', async ({ assert }) => {
    const { acme } = await aWorld()
    const desk = await Agent.atStands(acme)
    const part = `/salon/forum/stands/${acme.id}/dashboard/region`
    for (let n = 0; n < 20; n++) {
      later({ minutes: 10 })
      assert.equal((await desk.get(part, watching)).status, 200, `after ${n}`)
    }
    later({ hours: 2, seconds: 1 })
    assert.equal((await desk.get(part, watching)).status, 403)
  })
})

test.group('A device that the account was never entered from', () => {
  const told = async () => db.from('notifications').where({ user_id: (await person('alice')).id, kind: 'accounts.new_device' })

  test('is told to Alice, unless it is the first', async ({ assert }) => {
    await entered('alice@example.org')
    assert.lengthOf(await told(), 0)
    await entered('alice@example.org')
    assert.containsSubset(await told(), [{ path: '/compte/sign-ins', read_at: null }])
  })

  test('tells it in its own list only, and on the pages of the others', async ({ assert }) => {
    const { browser: phone } = await entered('alice@example.org')
    const { browser: stolen } = await entered('alice@example.org')
    assert.include((await phone.get(REGION)).body, 'Votre compte a été ouvert depuis un nouvel appareil')
    assert.notInclude((await stolen.get(REGION)).body, 'nouvel appareil')
  })

  test('is known from then on, whoever else uses it', async ({ assert }) => {
    const { browser } = await entered('alice@example.org')
    for (const email of ['bob@example.org', 'alice@example.org']) {
      const fresh = await Agent.visitor()
      fresh.cookies.set('device', browser.cookies.get('device')!)
      await fresh.post('/compte/sign-ins', { email, password: PASSWORD })
    }
    assert.lengthOf(await told(), 0)
  })
})
