import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import User from '#models/accounts/user'
import { SYSTEM } from '#models/mixins/act'
import { pretend } from '#services/settings'
import { Agent, person } from '#tests/support/agent'
import { textOf, toastOf } from '#tests/support/html'
import { lettersTo, secretOf, writtenTo } from '#tests/support/letters'
import { everyRow } from '#tests/support/rows'
import { later, withClock } from '#tests/support/time'
import { PASSWORD } from '#database/seeders/cast_seeder'

const now = () => ({ by: SYSTEM, at: DateTime.now() })

/** Chloé has just signed up. */
async function unverified() {
  const chloe = await person('chloe')
  await chloe.merge({ emailVerifiedAt: null }).save()
  await chloe.sendVerification(now())
  return chloe
}

const path = async (address: string, template = 'verification') => `/compte/verifications/${await secretOf(address, template)}`

test.group('The mail that asks to confirm an address', (group) => {
  withClock(group)

  test('shows a button, and only the button confirms, from any browser', async ({ assert }) => {
    const chloe = await unverified()
    const link = await path(chloe.email)
    const phone = await Agent.visitor()
    const before = await everyRow()
    const { status, body, headers } = await phone.get(link)
    assert.equal(status, 200)
    assert.include(textOf(body), 'chloe@example.org')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.deepEqual(await everyRow(), before)

    assert.equal((await phone.put(link)).location, '/compte/sign-ins/create')
    assert.isTrue((await person('chloe')).isVerified)
    const line = await db.from('audit_events').orderBy('id', 'desc').firstOrFail()
    assert.containsSubset(line, { action: 'accounts.user.verified', actor_kind: 'user', actor_id: chloe.id })
  })

  test('answered twice is answered once', async ({ assert }) => {
    const chloe = await unverified()
    const link = await path(chloe.email)
    const browser = await Agent.as(chloe)
    assert.equal((await browser.put(link)).location, '/compte')
    const before = await everyRow()
    assert.equal((await browser.put(link)).location, '/compte')
    assert.include(textOf((await browser.get(link)).body), 'Cette adresse est confirmée.')
    assert.deepEqual(await everyRow(), before)
  })

  test('serves 24 hours', async ({ assert }) => {
    const chloe = await unverified()
    const link = await path(chloe.email)
    later({ hours: 23, minutes: 59 })
    assert.equal((await (await Agent.visitor()).get(link)).status, 200)
    later({ minutes: 2 })
    const { status, body } = await (await Agent.visitor()).put(link)
    assert.equal(status, 404)
    assert.include(textOf(body), 'Ce lien de confirmation est trop ancien, ou un plus récent l’a remplacé.')
    assert.isFalse((await person('chloe')).isVerified)
  })

  test('is replaced by a newer one, which Chloé asks for on her page', async ({ assert }) => {
    const chloe = await unverified()
    const first = await path(chloe.email)
    const browser = await Agent.as(chloe)
    assert.equal((await browser.post('/compte/email/verifications')).location, '/compte/email')
    assert.equal((await browser.put(first)).status, 404)
    assert.equal((await browser.put(await path(chloe.email))).status, 303)
  })

  test('leaves five times an hour at most, and the last one still serves', async ({ assert }) => {
    const chloe = await unverified()
    const browser = await Agent.as(chloe)
    const again = () => browser.post('/compte/email/verifications', {}, { json: true })
    for (let n = 0; n < 4; n++) assert.equal((await again()).status, 200)
    const refused = await again()
    assert.equal(refused.status, 429)
    assert.equal(JSON.parse(refused.body).code, 'accounts.refusals.too_many_letters')
    assert.lengthOf(await writtenTo(chloe.email), 5)
    assert.equal((await browser.put(await path(chloe.email))).status, 303)
  })

  test('cannot be guessed, not even slowly', async ({ assert }) => {
    const visitor = await Agent.visitor()
    pretend({ 'limits.linkTries': 10 })
    for (let n = 0; n < 10; n++) assert.equal((await visitor.get(`/compte/verifications/${n}`, { json: true })).status, 404)
    assert.equal((await visitor.put('/compte/verifications/x', {}, { json: true })).status, 429)
    assert.equal((await visitor.get(await path((await unverified()).email))).status, 200, 'and nobody else is kept out')
  })
})

test.group('Another address', (group) => {
  withClock(group)
  group.each.setup(async () => {
    hash.fake()
    await User.query().update({ password: PASSWORD })
    return () => hash.restore()
  })

  async function ask(email: string, browser?: Agent) {
    const alice = browser ?? (await Agent.as('alice'))
    return alice.post('/compte/email/changes', { email, currentPassword: PASSWORD }, { json: true })
  }

  test('becomes Alice’s when the mail sent there is answered, and the former is told twice', async ({ assert }) => {
    await ask('Alice@example.net')
    assert.equal((await person('alice')).email, 'alice@example.org')
    assert.deepEqual(await writtenTo('Alice@example.net'), ['email_change'])
    assert.deepEqual(await writtenTo('alice@example.org'), ['email_change_notice'])
    assert.notInclude((await lettersTo('alice@example.org'))[0].html, 'example.net')

    const { body } = await (await Agent.as('alice')).get('/compte/email')
    assert.include(textOf(body), 'Nous avons écrit à Alice@example.net.')
    await (await Agent.visitor()).put(await path('Alice@example.net', 'email_change'))
    const alice = await User.byEmail('alice@example.net').firstOrFail()
    assert.deepEqual([alice.givenName, alice.isVerified], ['Alice', true])
    assert.deepEqual(await writtenTo('alice@example.org'), ['email_change_notice', 'email_changed_notice'])
    assert.notMatch(JSON.stringify(await db.from('audit_events').orderBy('id', 'desc').limit(4)), /@/)
  })

  test('asks for the password', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    const answer = await alice.post('/compte/email/changes', { email: 'a@example.net', currentPassword: 'wrong' }, { json: true })
    assert.containsSubset(JSON.parse(answer.body), { code: 'accounts.refusals.password_wrong', errors: [{ field: 'currentPassword' }] })
    assert.deepEqual(await everyRow(), before)
  })

  test('that is hers already is refused', async ({ assert }) => {
    assert.equal(JSON.parse((await ask('ALICE@example.org')).body).code, 'accounts.refusals.email_same')
  })

  test('that has an account looks the same to Alice, and its owner is told', async ({ assert }) => {
    const seen: string[] = []
    for (const email of ['bob@example.org', 'nobody@example.org']) {
      const alice = await Agent.as('alice')
      const answer = await ask(email, alice)
      const page = textOf((await alice.get('/compte/email')).body)
      seen.push(`${answer.status} ${answer.body} ${page}`.replaceAll(email, '…'))
    }
    assert.equal(seen[0], seen[1])
    assert.deepEqual(await writtenTo('bob@example.org'), ['already_registered'])
    assert.deepEqual(await writtenTo('nobody@example.org'), ['email_change'])
  })

  test('that was taken in the meantime is refused at the button', async ({ assert }) => {
    await ask('new@example.net')
    const link = await path('new@example.net', 'email_change')
    await (await person('bob')).merge({ email: 'New@Example.net' }).save()
    const before = await everyRow()
    const answer = await (await Agent.visitor()).put(link, {}, { json: true })
    assert.equal(JSON.parse(answer.body).code, 'accounts.refusals.email_taken')
    assert.deepEqual(await everyRow(), before)
  })

  test('is given up by Alice, or by a new password', async ({ assert }) => {
    const alice = await Agent.as('alice')
    await ask('new@example.net')
    const link = await path('new@example.net', 'email_change')
    assert.equal((await alice.delete('/compte/email/changes/current')).location, '/compte/email')
    assert.equal((await alice.get(link)).status, 404)
    await ask('new@example.net')
    await (await person('alice')).changePassword('un cheval de bataille', 0, now())
    assert.equal((await alice.get(await path('new@example.net', 'email_change'))).status, 404)
  })

  test('takes the place of a mistyped one, whose reader is told nothing', async ({ assert }) => {
    const chloe = await unverified()
    await ask('chloe@example.net', await Agent.as(chloe))
    assert.deepEqual(await writtenTo('chloe@example.org'), ['verification'])
    assert.equal((await (await Agent.visitor()).put(await path('chloe@example.org'))).status, 404)
    const browser = await Agent.as(chloe)
    await browser.put(await path('chloe@example.net', 'email_change'))
    assert.equal(toastOf((await browser.get('/compte')).body), 'Votre compte utilise maintenant cette adresse.')
  })
})
