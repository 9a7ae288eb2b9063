import { test } from '@japa/runner'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { Agent } from '#tests/support/agent'
import { fieldOf, summaryOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const PASSWORD = 'un cheval de bataille'
const PAGE = '/compte/candidates/create'
const INES = {
  givenName: 'Inès',
  familyName: 'Roux',
  email: 'Ines.Roux@Example.org',
  phone: '+32 470 12 34 56',
  linkedinUrl: '',
  password: PASSWORD,
  passwordConfirmation: PASSWORD,
  terms: 'on',
  _back: PAGE,
}
const EMAIL = 'Cette adresse e-mail n’est pas complète. Elle ressemble à nom@exemple.fr.'
const PHONE = 'Ce numéro de téléphone n’est pas complet. Il ressemble à 06 12 34 56 78, ou à +33 6 12 34 56 78.'
const LINKEDIN = 'Ce n’est pas l’adresse d’un profil LinkedIn. Elle ressemble à linkedin.com/in/votre-nom.'
const PERSONAL = 'Ce mot de passe est votre nom ou votre adresse : il serait deviné aussitôt. Choisissez-en un autre.'
const TERMS = 'Cochez la case pour créer votre compte.'

const own = (password: string) => ({ password, passwordConfirmation: password })

/** These are written on the page anyway. */
const PERSONAL_ONES = new Set(['inès.roux', 'ROUX-ines-2026', 'ines.roux@example.org'])

const WRONG: [Partial<typeof INES>, string, string][] = [
  [{ givenName: ' ' }, 'givenName', 'Répondez à la question « Prénom ».'],
  [{ familyName: 'x'.repeat(101) }, 'familyName', '« Nom » : au plus 100 caractères.'],
  [{ email: 'ines' }, 'email', EMAIL],
  [{ email: '"in es"@example.org' }, 'email', EMAIL],
  [{ email: `${'i'.repeat(250)}@example.org` }, 'email', EMAIL],
  [{ phone: '' }, 'phone', 'Répondez à la question « Téléphone ».'],
  [{ phone: '06 12 34' }, 'phone', PHONE],
  [{ phone: 'demain' }, 'phone', PHONE],
  [{ phone: '+999 12 34 56 78' }, 'phone', PHONE],
  [{ linkedinUrl: 'https://linkedin.com.evil.example/in/ines' }, 'linkedinUrl', LINKEDIN],
  [{ linkedinUrl: 'https://linkedin.com@evil.example/in/ines' }, 'linkedinUrl', LINKEDIN],
  [{ linkedinUrl: 'javascript:alert(1)//linkedin.com/in/i' }, 'linkedinUrl', LINKEDIN],
  [{ linkedinUrl: 'linkedin.com' }, 'linkedinUrl', LINKEDIN],
  [own('c0urt!?'), 'password', '« Mot de passe » : au moins 8 caractères.'],
  [own('Azerty123'), 'password', 'Ce mot de passe est trop courant : il serait deviné aussitôt. Choisissez-en un autre.'],
  [own('inès.roux'), 'password', PERSONAL],
  [own('ROUX-ines-2026'), 'password', PERSONAL],
  [own('ines.roux@example.org'), 'password', PERSONAL],
  [
    { passwordConfirmation: 'un autre cheval' },
    'passwordConfirmation',
    'Les deux mots de passe ne sont pas identiques. Saisissez-les à nouveau.',
  ],
  [{ terms: '' }, 'terms', TERMS],
  [{ terms: 'non' }, 'terms', TERMS],
]

test.group('A sign-up form with a mistake', (group) => {
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('leaves the next person’s as before', async ({ assert }) => {
    await (await Agent.visitor()).post('/compte/candidates', { ...INES, passwordConfirmation: 'un autre cheval' })
    assert.equal((await (await Agent.visitor()).post('/compte/candidates', INES)).location, '/compte/verifications')
    assert.containsSubset(await db.from('users').where('email', INES.email).first(), { phone: '+32470123456', linkedin_url: null })
  })

  for (const [wrong, field, sentence] of WRONG)
    test(`asks again for ${field}: ${JSON.stringify(Object.values(wrong)[0]).slice(0, 40)}`, async ({ assert }) => {
      const before = await everyRow()
      const ines = await Agent.visitor()
      const typed = { ...INES, ...wrong }
      assert.equal((await ines.post('/compte/candidates', typed)).location, PAGE)
      assert.deepEqual(await everyRow(), before)
      if (!PERSONAL_ONES.has(typed.password))
        assert.notInclude(JSON.stringify(await db.from('sessions')), typed.password, 'not even for a moment')

      const { body } = await ines.get(PAGE)
      assert.deepEqual(
        summaryOf(body).filter((one) => one.field === field),
        [{ field, sentence }]
      )
      assert.containsSubset(fieldOf(body, field), { invalid: true, error: sentence })
      assert.include(fieldOf(body, field)!.described, `field-${field}-error`)
      for (const name of ['givenName', 'familyName', 'email', 'phone', 'linkedinUrl'] as const)
        assert.equal(fieldOf(body, name)!.value, typed[name].trim(), name)
      for (const name of ['password', 'passwordConfirmation']) assert.equal(fieldOf(body, name)!.value, '', name)
      if (!PERSONAL_ONES.has(typed.password)) assert.notInclude(body, typed.password)
      assert.lengthOf(summaryOf((await ines.get(PAGE)).body), 0, 'said once')
    })

  test('of a recruiter keeps the organisation that was chosen', async ({ assert }) => {
    const page = '/compte/recruiters/create?name=Initech'
    const rose = await Agent.visitor()
    await rose.post('/compte/recruiters', { ...INES, organisation: 'Initech Europe', department: '', _back: page })
    const { body } = await rose.get(page)
    assert.deepEqual(summaryOf(body), [{ field: 'department', sentence: 'Répondez à la question « Service ».' }])
    assert.equal(fieldOf(body, 'organisation')!.value, 'Initech Europe')
  })

  test('of a provider asks for the speciality', async ({ assert }) => {
    const page = '/compte/providers/create'
    const pia = await Agent.visitor()
    await pia.post('/compte/providers', { ...INES, speciality: ' ', _back: page })
    assert.deepEqual(summaryOf((await pia.get(page)).body), [{ field: 'speciality', sentence: 'Répondez à la question « Spécialité ».' }])
  })
})
