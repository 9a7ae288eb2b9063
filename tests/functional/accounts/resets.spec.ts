import { mock } from 'node:test'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import limiter from '@adonisjs/limiter/services/main'
import { SYSTEM } from '#models/mixins/act'
import { pretend } from '#services/settings'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf } from '#tests/support/html'
import { secretOf, writtenTo } from '#tests/support/letters'
import { everyRow } from '#tests/support/rows'
import { later, withClock } from '#tests/support/time'

const NEW = 'un cheval de bataille'
const ALICE = 'alice@example.org'

async function ask(email: string) {
  return (await Agent.visitor()).post('/compte/resets', { email })
}

async function tokenOfAlice() {
  await ask(ALICE)
  return secretOf(ALICE, 'reset')
}

function choose(browser: Agent, token: string, form: Record<string, string> = {}) {
  return browser.put('/compte/resets/current', {
    token,
    password: NEW,
    passwordConfirmation: NEW,
    ...form,
    _back: '/compte/resets/current',
  })
}

test.group('A forgotten password', (group) => {
  withClock(group)
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('is asked for by address or username, and the answer is the same for nobody’s', async ({ assert }) => {
    await (await person('bob')).merge({ username: 'bob.e' }).save()
    const seen = new Set<string>()
    for (const login of [ALICE, 'ALICE@example.org ', 'Bob.E', 'nobody@example.org', 'nobody']) {
      const make = mock.method(hash, 'make')
      const browser = await Agent.visitor()
      const answer = await browser.post('/compte/resets', { email: login })
      assert.equal(make.mock.callCount(), 0)
      make.mock.restore()
      const cookies = answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, ''))
      seen.add(JSON.stringify([answer.status, answer.location, answer.body, cookies, textOf((await browser.get(answer.location!)).body)]))
    }
    assert.lengthOf(seen, 1)
    assert.deepEqual(await writtenTo(ALICE), ['reset', 'reset'])
    assert.deepEqual(await writtenTo('bob@example.org'), ['reset'])
  })

  test('is replaced by the form that the mail leads to, whose address loses the secret', async ({ assert }) => {
    const token = await tokenOfAlice()
    const browser = await Agent.visitor()
    const before = await everyRow()
    const { body, headers } = await browser.get(`/compte/resets/${token}`)
    assert.deepEqual([headers.get('referrer-policy'), headers.get('cache-control')], ['no-referrer', 'no-store'])
    assert.include(body, 'action="/compte/resets/current?_method=PUT"')
    assert.equal(fieldOf(body, '_back')!.value, '/compte/resets/current')
    assert.deepEqual(await everyRow(), before)

    assert.equal((await choose(browser, token)).location, '/compte/sign-ins/create')
    assert.equal((await person('alice')).password, NEW)
    assert.deepEqual(await writtenTo(ALICE), ['reset', 'password_changed'])
    assert.include((await browser.get('/compte/sign-ins/create')).body, 'Votre mot de passe est changé.')
  })

  test('with a mistake comes back without the secret in its address, and can still be chosen', async ({ assert }) => {
    const token = await tokenOfAlice()
    const browser = await Agent.visitor()
    for (const password of ['court', 'azerty123', 'alice.durand'])
      assert.equal((await choose(browser, token, { password, passwordConfirmation: password })).location, '/compte/resets/current')
    const { body, headers } = await browser.get('/compte/resets/current')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(summaryOf(body)[0].field, 'password')
    assert.notInclude(body, token)
    assert.notInclude(JSON.stringify(await db.from('sessions')), token)
    assert.equal((await choose(browser, '')).location, '/compte/sign-ins/create')
    assert.equal((await person('alice')).password, NEW)
  })

  test('serves once, for an hour', async ({ assert }) => {
    const [first, second] = [await tokenOfAlice(), await tokenOfAlice()]
    later({ minutes: 59 })
    assert.equal((await choose(await Agent.visitor(), first)).status, 303)
    for (const spent of [first, second]) {
      const { status, body } = await choose(await Agent.visitor(), spent)
      assert.equal(status, 404)
      assert.include(textOf(body), 'Ce lien a déjà servi, ou il est trop ancien.')
    }
    const third = await tokenOfAlice()
    later({ minutes: 61 })
    assert.equal((await (await Agent.visitor()).get(`/compte/resets/${third}`)).status, 404)
  })

  test('signs Alice out everywhere, Bob nowhere, and proves her address', async ({ assert }) => {
    await (await person('alice')).merge({ emailVerifiedAt: null }).save()
    const [phone, bob] = [await Agent.as('alice'), await Agent.as('bob')]
    await choose(await Agent.visitor(), await tokenOfAlice())
    assert.equal((await phone.get('/compte')).location, '/compte/sign-ins/create?next=%2Fcompte')
    assert.equal((await bob.get('/compte')).status, 200)
    assert.isTrue((await person('alice')).isVerified)
    const lines = await db.from('audit_events').where('actor_id', (await person('alice')).id)
    assert.includeMembers(
      lines.map(({ action }) => action),
      ['accounts.user.password_reset', 'accounts.sign_in.ended']
    )
  })

  test('does not open the account of another whose link is used by a signed-in person', async ({ assert }) => {
    const bob = await Agent.as('bob')
    await choose(bob, await tokenOfAlice())
    assert.include((await bob.get('/compte')).body, 'bob@example.org')
    assert.notEqual((await person('bob')).password, NEW)
  })

  test('is mailed five times an hour at most, and those that were mailed still serve', async ({ assert }) => {
    const first = await tokenOfAlice()
    for (let n = 0; n < 8; n++) assert.equal((await ask(ALICE)).location, '/compte/resets')
    assert.lengthOf(await writtenTo(ALICE), 5)
    assert.equal((await choose(await Agent.visitor(), first)).status, 303)
    later({ hours: 1, minutes: 1 })
    await ask(ALICE)
    assert.lengthOf(await writtenTo(ALICE), 7)
  })

  test('cannot be guessed, and whoever guesses keeps nobody else out', async ({ assert }) => {
    const token = await tokenOfAlice()
    const visitor = await Agent.visitor()
    pretend({ 'limits.linkTries': 10 })
    for (let n = 0; n < 5; n++) {
      assert.equal((await choose(visitor, `guess${n}`)).status, 404)
      assert.equal((await visitor.get(`/compte/resets/guess${n}`)).status, 404)
    }
    assert.equal((await visitor.put('/compte/resets/current', { token: 'x' }, { json: true })).status, 429)
    assert.equal((await choose(await Agent.visitor(), token)).status, 303)
  })

  test('opens nothing with the link of another kind', async ({ assert }) => {
    const chloe = await person('chloe')
    await chloe.merge({ emailVerifiedAt: null }).save()
    await chloe.sendVerification({ by: SYSTEM, at: DateTime.now() })
    const token = await secretOf(chloe.email, 'verification')
    assert.equal((await (await Agent.visitor()).get(`/compte/resets/${token}`)).status, 404)
    assert.equal((await (await Agent.visitor()).get(`/compte/verifications/${await tokenOfAlice()}`)).status, 404)
  })
})

test.group('Asking for letters without end', (group) => {
  withClock(group)

  test('is stopped for the machine that does it, after 600 in an hour', async ({ assert }) => {
    await limiter.use({ requests: 600, duration: '1 hour' }).set('letter:127.0.0.1', 599, '1 hour')
    const visitor = await Agent.visitor()
    const ask = (email: string) => visitor.post('/compte/resets', { email }, { json: true })
    assert.equal((await ask('nobody')).status, 303)
    assert.equal((await ask(ALICE)).status, 429)
    assert.deepEqual(await writtenTo(ALICE), [])
    assert.equal((await visitor.post('/compte/verifications', { email: ALICE }, { json: true })).status, 429)
    later({ hours: 1, minutes: 1 })
    assert.equal((await ask(ALICE)).status, 303)
  })
})
