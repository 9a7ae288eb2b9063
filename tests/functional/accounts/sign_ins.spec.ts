import { mock } from 'node:test'
import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { PASSWORD } from '#database/seeders/cast_seeder'
import SignIn from '#models/accounts/sign_in'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, summaryOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const UNKNOWN = 'L’adresse, l’identifiant ou le mot de passe ne convient pas. Vérifiez et recommencez.'

function signIn(browser: Agent, email: string, password = PASSWORD, more = {}) {
  return browser.post('/compte/sign-ins', { email, password, _back: '/compte/sign-ins/create', ...more })
}

test.group('Signing in', () => {
  test('lets Alice in, and remembers from where', async ({ assert }) => {
    const browser = await Agent.visitor()
    const answer = await signIn(browser, 'alice@example.org')
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/salon')
    assert.include((await browser.get('/salon')).body, 'alice@example.org')

    const alice = await person('alice')
    const row = await SignIn.query().where('user_id', alice.id).orderBy('id', 'desc').firstOrFail()
    assert.equal(row.address, '127.0.0.1')
    assert.equal(row.userAgent, 'node')
    assert.isNull(row.endedAt)
    assert.equal(row.expiresAt.diff(row.startedAt).as('hours'), 24)
    const line = await db.from('audit_events').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { actor_kind: 'user', actor_id: alice.id, action: 'accounts.sign_in.started', object_id: row.id })
  })

  test('does not mind the case of the address, nor spaces around it', async ({ assert }) => {
    for (const email of ['ALICE@Example.ORG', '  alice@example.org '])
      assert.equal((await signIn(await Agent.visitor(), email)).location, '/salon', email)
  })

  test('leads back to where Alice was going', async ({ assert }) => {
    const browser = await Agent.visitor()
    const first = await browser.get('/salon/forum/my?x=1')
    assert.equal(first.location, '/compte/sign-ins/create?next=%2Fsalon%2Fforum%2Fmy%3Fx%3D1')
    assert.equal(fieldOf((await browser.get(first.location!)).body, 'next')!.value, '/salon/forum/my?x=1')
    assert.equal((await signIn(browser, 'alice@example.org', PASSWORD, { next: '/salon/forum/my?x=1' })).location, '/salon/forum/my?x=1')
  })

  test('answers a wrong password and an unknown address alike', async ({ assert }) => {
    const before = await everyRow()
    const pages: string[] = []
    for (const [email, password] of [
      ['alice@example.org', 'not her password'],
      ['alina@example.org', 'not her password'],
      ['alice@example.org', ''.padEnd(200, 'x')],
    ]) {
      const browser = await Agent.visitor()
      const answer = await signIn(browser, email, password)
      assert.equal(answer.location, '/compte/sign-ins/create')
      const { body } = await browser.get('/compte/sign-ins/create')
      assert.deepEqual(summaryOf(body), [{ field: 'email', sentence: UNKNOWN }])
      assert.equal(fieldOf(body, 'email')!.value, email)
      assert.equal(fieldOf(body, 'password')!.value, '')
      pages.push(alike(body).replaceAll(email, '…'))
    }
    assert.lengthOf(new Set(pages), 1)
    assert.deepEqual(await everyRow(), before)
  })

  test('tells a program the same', async ({ assert }) => {
    for (const email of ['alice@example.org', 'alina@example.org']) {
      const browser = await Agent.visitor()
      const { status, body } = await browser.post('/compte/sign-ins', { email, password: 'wrong' }, { json: true })
      assert.equal(status, 422)
      assert.containsSubset(JSON.parse(body), { code: 'accounts.refusals.unknown', errors: [{ field: 'email', message: UNKNOWN }] })
    }
  })

  test('costs one hash, whether the address is known or not', async ({ assert }) => {
    for (const [email, password] of [
      ['alice@example.org', PASSWORD],
      ['alice@example.org', 'wrong'],
      ['alina@example.org', 'wrong'],
    ]) {
      const verify = mock.method(hash, 'verify')
      const make = mock.method(hash, 'make')
      await signIn(await Agent.visitor(), email, password)
      assert.deepEqual([verify.mock.callCount(), make.mock.callCount()], [1, 0], `${email} ${password}`)
      const [compared] = verify.mock.calls[0].arguments
      assert.isFalse(hash.needsReHash(compared), 'as dear as those made today')
      assert.equal(compared.length, (await person('alice')).password.length)
      verify.mock.restore()
      make.mock.restore()
    }
  })

  test('is not for somebody who is signed in', async ({ assert }) => {
    const alice = await Agent.as('alice')
    assert.equal((await alice.get('/compte/sign-ins/create')).location, '/salon')
    assert.equal((await signIn(alice, 'bob@example.org')).location, '/salon')
    assert.include((await alice.get('/salon')).body, 'alice@example.org')
  })
})

test.group('Signing out', () => {
  test('ends this browser’s sign-in, and no other', async ({ assert }) => {
    const phone = await Agent.as('alice')
    const desk = await Agent.as('alice')
    assert.equal((await phone.delete('/compte/sign-ins/current')).location, '/')
    const { body } = await phone.get('/')
    assert.include(body, 'La déconnexion est faite.')
    assert.notInclude(body, 'alice@example.org')
    assert.include((await desk.get('/')).body, 'alice@example.org')
    const ended = await SignIn.query()
      .where('user_id', (await person('alice')).id)
      .whereNotNull('ended_at')
    assert.lengthOf(ended, 1)
    const line = await db.from('audit_events').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { action: 'accounts.sign_in.ended', object_id: ended[0].id, actor_id: ended[0].userId })
  })

  test('twice is once', async ({ assert }) => {
    const alice = await Agent.as('alice')
    await alice.delete('/compte/sign-ins/current')
    const before = await everyRow()
    assert.equal((await alice.delete('/compte/sign-ins/current')).status, 419, 'the token went with the session')
    assert.deepEqual(await everyRow(), before)
  })

  test('gives back the stand that the browser had opened', async ({ assert }) => {
    const { acme } = await (await import('#tests/support/world')).aWorld()
    const desk = await Agent.atStands(acme)
    const dashboard = `/salon/forum/stands/${acme.id}/dashboard`
    assert.equal((await desk.get(dashboard)).status, 200)
    await desk.delete('/compte/sign-ins/current')
    assert.equal((await desk.get(dashboard)).status, 403)
  })
})

/** A page without what differs each time it is drawn. */
function alike(body: string) {
  return body
    .replace(/(name=['"]_csrf['"] value=['"])[^'"]*/g, '$1')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/content="\d{13}"/g, '')
}
