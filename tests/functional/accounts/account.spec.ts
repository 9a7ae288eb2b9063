import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import { PASSWORD } from '#database/seeders/cast_seeder'
import User from '#models/accounts/user'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf } from '#tests/support/html'
import { writtenTo } from '#tests/support/letters'
import { everyRow } from '#tests/support/rows'
import { later, withClock } from '#tests/support/time'

const PROFILE = { givenName: 'Alice', familyName: 'Durand', phone: '', username: '', linkedinUrl: '', visibility: 'private' }

async function present(form: Partial<typeof PROFILE>, who: 'alice' | 'bob' | Agent = 'alice') {
  const browser = who instanceof Agent ? who : await Agent.as(who)
  const { location } = await browser.put('/compte/profile', { ...PROFILE, ...form, _back: '/compte/profile' })
  return { location, errors: summaryOf((await browser.get('/compte/profile')).body), body: (await browser.get('/compte')).body }
}

test.group('The profile', () => {
  test('says what Alice wrote, and the audit which fields changed', async ({ assert }) => {
    const { location, body } = await present({ phone: '06.12.34.56.78', username: 'Alice.D', visibility: 'recruiters' })
    assert.equal(location, '/compte')
    assert.include(textOf(body), '+33 6 12 34 56 78')
    const alice = await person('alice')
    assert.deepEqual([alice.phone, alice.username, alice.visibility], ['+33612345678', 'alice.d', 'recruiters'])
    const line = await db.from('audit_events').orderBy('id', 'desc').firstOrFail()
    assert.deepEqual([line.action, line.changes], ['accounts.user.profile_changed', { phone: true, username: true, visibility: true }])
  })

  test('saved as it was is written nowhere', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const before = await everyRow()
    assert.equal((await present({}, alice)).location, '/compte')
    assert.deepEqual(await everyRow(), before)
  })

  test('is emptied of what is left out', async ({ assert }) => {
    await present({ phone: '06 12 34 56 78', username: 'alice', linkedinUrl: 'linkedin.com/in/alice' })
    await present({})
    const { phone, username, linkedinUrl } = await person('alice')
    assert.deepEqual([phone, username, linkedinUrl], [null, null, null])
  })

  for (const username of [
    'al',
    'a'.repeat(31),
    'alicé',
    'alice durand',
    '.alice',
    'alice-',
    'alice@example',
    'Ad.min',
    'support',
    'al/ice',
  ])
    test(`refuses the username ${username}`, async ({ assert }) => {
      const { location, errors } = await present({ username })
      assert.equal(location, '/compte/profile')
      assert.deepEqual(
        errors.map(({ field }) => field),
        ['username']
      )
    })

  test('refuses the username of somebody else, whatever its case', async ({ assert }) => {
    await present({ username: 'durand' })
    const { errors } = await present({ username: 'DURAND', familyName: 'Étienne' }, 'bob')
    assert.deepEqual(errors, [{ field: 'username', sentence: 'Cet identifiant est déjà pris. Choisissez-en un autre.' }])
    assert.isNull((await person('bob')).username)
  })

  test('does not list usernames for a machine', async ({ assert }) => {
    const bob = await Agent.as('bob')
    const attempt = (n: number) => bob.put('/compte/profile', { ...PROFILE, username: `someone${n}` }, { json: true })
    for (let n = 0; n < 20; n++) assert.equal((await attempt(n)).status, 200)
    assert.equal((await attempt(20)).status, 429)
  })
})

test.group('A username', () => {
  test('signs in like the address, with one hash, and an unknown one is answered alike', async ({ assert }) => {
    await present({ username: 'alice.d' })
    const signIn = async (email: string, password = PASSWORD) => {
      const browser = await Agent.visitor()
      const { location } = await browser.post('/compte/sign-ins', { email, password, _back: '/compte/sign-ins/create' })
      return location === '/compte/sign-ins/create' ? summaryOf((await browser.get(location)).body) : location
    }
    assert.notDeepEqual(await signIn(' ALICE.D '), [])
    assert.isString(await signIn(' ALICE.D '))
    assert.deepEqual(await signIn('alice.d', 'wrong'), await signIn('nobody', 'wrong'))
  })
})

test.group('A changed password', (group) => {
  withClock(group)
  group.each.setup(async () => {
    hash.fake()
    await User.query().update({ password: PASSWORD })
    return () => hash.restore()
  })

  const change = (browser: Agent, form: Record<string, string> = {}) => {
    const password = 'un cheval de bataille'
    return browser.put('/compte/password', {
      currentPassword: PASSWORD,
      password,
      passwordConfirmation: password,
      ...form,
      _back: '/compte/password',
    })
  }

  test('ends the other sign-ins, keeps this one, and is told by mail', async ({ assert }) => {
    const [desk, phone] = [await Agent.as('alice'), await Agent.as('alice')]
    assert.equal((await change(desk)).location, '/compte')
    assert.equal((await desk.get('/compte')).status, 200)
    assert.equal((await phone.get('/compte')).status, 303)
    assert.equal((await person('alice')).password, 'un cheval de bataille')
    assert.deepEqual(await writtenTo('alice@example.org'), ['password_changed'])
  })

  const WRONG: [string, Record<string, string>, string][] = [
    ['without the current one', { currentPassword: 'wrong' }, 'currentPassword'],
    ['too short', { password: 'court', passwordConfirmation: 'court' }, 'password'],
    ['among the commonest', { password: 'azerty123', passwordConfirmation: 'azerty123' }, 'password'],
    ['that is the person’s name', { password: 'Alice Durand 1', passwordConfirmation: 'Alice Durand 1' }, 'password'],
    ['that is the same', { password: PASSWORD, passwordConfirmation: PASSWORD }, 'password'],
    ['typed differently the second time', { passwordConfirmation: 'un cheval' }, 'passwordConfirmation'],
  ]

  for (const [what, form, field] of WRONG)
    test(`is refused ${what}`, async ({ assert }) => {
      const alice = await Agent.as('alice')
      const before = await everyRow()
      assert.equal((await change(alice, form)).location, '/compte/password')
      const { body } = await alice.get('/compte/password')
      assert.equal(summaryOf(body)[0].field, field)
      assert.equal(fieldOf(body, 'currentPassword')!.value, '')
      assert.deepEqual(await everyRow(), before)
    })

  test('cannot be guessed at a browser left open, and its owner still signs in elsewhere', async ({ assert }) => {
    const alice = await Agent.as('alice')
    const guess = (currentPassword: string) =>
      alice.put(
        '/compte/password',
        { currentPassword, password: 'un cheval de bataille', passwordConfirmation: 'un cheval de bataille' },
        { json: true }
      )
    for (let n = 0; n < 10; n++) assert.equal((await guess('wrong')).status, 422)
    assert.equal((await guess(PASSWORD)).status, 429)
    const elsewhere = await (await Agent.visitor()).post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD })
    assert.equal(elsewhere.status, 303)
    later({ minutes: 16 })
    assert.equal((await guess(PASSWORD)).status, 200)
  })
})

test.group('Deleting one’s account', () => {
  test('is asked for, confirmed by mail, and can be taken back', async ({ assert }) => {
    const alice = await Agent.as('alice')
    for (let n = 0; n < 2; n++) assert.equal((await alice.post('/compte/deletion')).location, '/compte/deletion')
    assert.include(textOf((await alice.get('/compte/deletion')).body), 'Suppression demandée aujourd’hui.')
    assert.deepEqual(await writtenTo('alice@example.org'), ['deletion_asked'])
    const { id } = await person('alice')
    assert.containsSubset(await db.from('deletion_requests'), [{ user_id: id, asked_by: `user:${id}`, cancelled_at: null }])
    await alice.delete('/compte/deletion')
    assert.containsSubset(await db.from('deletion_requests'), [{ user_id: id, cancelled_by: `user:${id}` }])
    await alice.post('/compte/deletion')
    assert.lengthOf(await db.from('deletion_requests'), 2)
  })
})
