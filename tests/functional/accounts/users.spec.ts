import { test } from '@japa/runner'
import { mock } from 'node:test'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import { termsVersion } from '#config/terms'
import User from '#models/accounts/user'
import { Agent } from '#tests/support/agent'
import { fieldOf, summaryOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const PASSWORD = 'un cheval de bataille'
const INES = {
  givenName: 'Inès',
  familyName: 'Roux',
  email: 'Ines.Roux@Example.org',
  password: PASSWORD,
  passwordConfirmation: PASSWORD,
  terms: 'on',
  _back: '/compte/users/create',
}

test.group('Signing up', (group) => {
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('makes Inès a candidate, who agreed to the terms in force, and lets her in', async ({ assert }) => {
    const ines = await Agent.visitor()
    const answer = await ines.post('/compte/users', INES)
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/salon')

    const user = await User.byEmail('ines.roux@example.org').firstOrFail()
    assert.containsSubset(user.serialize(), { givenName: 'Inès', familyName: 'Roux', email: 'Ines.Roux@Example.org' })
    assert.containsSubset(await db.from('roles').where('user_id', user.id), [{ role: 'candidate', fair_id: null, revoked_at: null }])
    assert.containsSubset(await db.from('consents').where('user_id', user.id), [{ purpose: 'terms', version: termsVersion }])
    const signIns = await db.from('sign_ins').where('user_id', user.id)
    assert.containsSubset(signIns, [{ address: '127.0.0.1', ended_at: null }])

    const page = await ines.get('/salon')
    assert.include(page.body, 'Bienvenue, Inès. Votre compte est créé.')
    assert.include(page.body, 'Inès Roux')
  })

  test('keeps the password as a hash only', async ({ assert }) => {
    hash.restore()
    await (await Agent.visitor()).post('/compte/users', INES)
    const { password } = await User.byEmail(INES.email).firstOrFail()
    assert.match(password, /^\$scrypt\$/)
    assert.isTrue(await hash.verify(password, PASSWORD))
  })

  test('is written in the audit, without a name, an address or a password', async ({ assert }) => {
    await (await Agent.visitor()).post('/compte/users', INES)
    const user = await User.byEmail(INES.email).firstOrFail()
    const lines = await db.from('audit_events').where({ actor_kind: 'user', actor_id: user.id }).orderBy('id')
    assert.sameMembers(
      lines.map(({ action }) => action),
      ['accounts.user.registered', 'accounts.role.granted', 'accounts.sign_in.started']
    )
    assert.notMatch(JSON.stringify(lines), /In[èe]s|Roux|@|cheval/i)
    assert.isTrue(lines.every(({ request_id }) => /^[\w-]{36}$/.test(request_id)))
  })

  test('leads back to where Inès came from', async ({ assert }) => {
    const answer = await (await Agent.visitor()).post('/compte/users', { ...INES, next: '/salon/forum?show=open' })
    assert.equal(answer.location, '/salon/forum?show=open')
  })

  test('takes an address once, whatever its case', async ({ assert }) => {
    const before = await everyRow()
    for (const email of ['alice@example.org', 'ALICE@EXAMPLE.ORG', ' Alice@Example.org ']) {
      const ines = await Agent.visitor()
      const answer = await ines.post('/compte/users', { ...INES, email })
      assert.equal(answer.location, '/compte/users/create')
      assert.include((await ines.get('/compte/users/create')).body, 'Un compte existe déjà avec cette adresse.')
    }
    assert.deepEqual(await everyRow(), before)
  })

  test('costs one hash, whether the address is known or not', async ({ assert }) => {
    const make = mock.method(hash, 'make')
    for (const email of ['alice@example.org', 'ines@example.org']) await (await Agent.visitor()).post('/compte/users', { ...INES, email })
    assert.equal(make.mock.callCount(), 2)
    make.mock.restore()
  })

  const WRONG: [Partial<typeof INES>, string, string][] = [
    [{ givenName: ' ' }, 'givenName', 'Répondez à la question « Prénom ».'],
    [{ familyName: 'x'.repeat(101) }, 'familyName', '« Nom » : au plus 100 caractères.'],
    [{ email: 'ines' }, 'email', 'Cette adresse e-mail n’est pas complète. Elle ressemble à nom@exemple.fr.'],
    [{ email: '"in es"@example.org' }, 'email', 'Cette adresse e-mail n’est pas complète. Elle ressemble à nom@exemple.fr.'],
    [{ email: `${'i'.repeat(250)}@example.org` }, 'email', 'Cette adresse e-mail n’est pas complète. Elle ressemble à nom@exemple.fr.'],
    [{ password: 'c0urt!?', passwordConfirmation: 'c0urt!?' }, 'password', '« Mot de passe » : au moins 8 caractères.'],
    [
      { password: 'Azerty123', passwordConfirmation: 'Azerty123' },
      'password',
      'Ce mot de passe est trop courant : il serait deviné aussitôt. Choisissez-en un autre.',
    ],
    [
      { passwordConfirmation: 'un autre cheval' },
      'passwordConfirmation',
      'Les deux mots de passe ne sont pas identiques. Saisissez-les à nouveau.',
    ],
    [{ terms: '' }, 'terms', 'Cochez la case pour créer votre compte.'],
    [{ terms: 'non' }, 'terms', 'Cochez la case pour créer votre compte.'],
  ]

  test('is as before for the next person after somebody mistyped', async ({ assert }) => {
    await (await Agent.visitor()).post('/compte/users', { ...INES, passwordConfirmation: 'un autre cheval' })
    const next = await Agent.visitor()
    assert.notEqual((await next.post('/compte/users', INES)).location, '/compte/users/create')
    assert.isNotNull(await db.from('users').where('email', INES.email).first())
  })

  for (const [wrong, field, sentence] of WRONG)
    test(`asks again for ${field}: ${JSON.stringify(Object.values(wrong)[0]).slice(0, 30)}`, async ({ assert }) => {
      const before = await everyRow()
      const ines = await Agent.visitor()
      const typed = { ...INES, ...wrong }
      assert.equal((await ines.post('/compte/users', typed)).location, '/compte/users/create')
      assert.deepEqual(await everyRow(), before)
      assert.notInclude(JSON.stringify(await db.from('sessions')), typed.password, 'not even for a moment')

      const { body } = await ines.get('/compte/users/create')
      assert.deepInclude(summaryOf(body), { field, sentence })
      assert.containsSubset(fieldOf(body, field), { invalid: true, error: sentence })
      assert.include(fieldOf(body, field)!.described, `field-${field}-error`)
      for (const name of ['givenName', 'familyName', 'email'] as const) assert.equal(fieldOf(body, name)!.value, typed[name].trim(), name)
      for (const name of ['password', 'passwordConfirmation']) assert.equal(fieldOf(body, name)!.value, '', name)
      assert.notInclude(body, typed.password)
      assert.lengthOf(summaryOf((await ines.get('/compte/users/create')).body), 0, 'said once')
    })
})
