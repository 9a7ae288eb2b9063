import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import hash from '@adonisjs/core/services/hash'
import { termsVersion } from '#config/terms'
import Organisation from '#models/accounts/organisation'
import { Agent } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { lettersTo, writtenTo } from '#tests/support/letters'
import { everyRow } from '#tests/support/rows'
import { anOrganisation } from '#database/factories/accounts/organisations'
import { INES, PASSWORD, ines, signUp } from '#tests/support/sign_ups'

test.group('Signing up', (group) => {
  group.each.setup(() => {
    hash.fake()
    return () => hash.restore()
  })

  test('asks first what one comes for', async ({ assert }) => {
    const { body } = await (await Agent.visitor()).get('/compte/users/create?next=/salon/forum')
    for (const kind of ['candidates', 'recruiters', 'providers'])
      assert.include(body, `href="/compte/${kind}/create?next=%2Fsalon%2Fforum"`)
  })

  test('makes Inès a candidate, who agreed to the terms in force, and mails her', async ({ assert }) => {
    const answer = await signUp('candidates', { linkedinUrl: 'www.LinkedIn.com/in/ines-roux?trk=x' })
    assert.deepEqual([answer.status, answer.location], [303, '/compte/verifications'])

    const user = await ines()
    assert.containsSubset(user.serialize(), {
      givenName: 'Inès',
      familyName: 'Roux',
      email: 'Ines.Roux@Example.org',
      phone: '+33612345678',
    })
    assert.containsSubset(user.serialize(), { linkedinUrl: 'https://www.linkedin.com/in/ines-roux', locale: 'fr', visibility: 'private' })
    assert.isFalse(user.isVerified)
    assert.containsSubset(await db.from('roles').where('user_id', user.id), [{ role: 'candidate', fair_id: null, revoked_at: null }])
    assert.containsSubset(await db.from('consents').where('user_id', user.id), [{ purpose: 'terms', version: termsVersion }])
    assert.lengthOf(await db.from('sign_ins').where('user_id', user.id), 0)
    assert.deepEqual(await writtenTo(INES.email), ['verification'])
  })

  test('lets Inès in at once with the password just chosen, then asks her to confirm her address', async ({ assert }) => {
    const browser = await Agent.visitor()
    await signUp('candidates', { next: '/salon/forum' }, browser)
    const { body } = await browser.get('/compte/verifications?next=/salon/forum')
    assert.include(body, 'value="Ines.Roux@Example.org"')
    const entered = await browser.post('/compte/sign-ins', { email: INES.email, password: PASSWORD, next: '/salon/forum' })
    assert.equal(entered.location, '/salon/forum')
    assert.include(textOf((await browser.get('/salon/forum')).body), 'Confirmez votre adresse Ines.Roux@Example.org')
    await (await Agent.as(await ines())).post('/salon/forum/attendees')
    assert.lengthOf(await db.from('attendees').where('user_id', (await ines()).id), 1, 'she may queue')
  })

  test('leads back to where Inès came from', async ({ assert }) => {
    assert.equal(
      (await signUp('candidates', { next: '/salon/forum?show=open' })).location,
      '/compte/verifications?next=%2Fsalon%2Fforum%3Fshow%3Dopen'
    )
  })

  test('lets a recruiter found an organisation, which waits to be verified', async ({ assert }) => {
    await signUp('recruiters', { organisation: ' Initech ', department: 'RH' })
    const user = await ines()
    assert.containsSubset(await db.from('roles').where('user_id', user.id), [{ role: 'recruiter' }])
    const [place] = await db.from('memberships').where('user_id', user.id)
    assert.containsSubset(place, { role: 'owner', department: 'RH' })
    const organisation = await Organisation.findOrFail(place.organisation_id)
    assert.deepEqual([organisation.name, organisation.status], ['Initech', 'pending'])
  })

  test('lets a recruiter find theirs whatever the accents, and ask to join it', async ({ assert }) => {
    const organisation = await anOrganisation({ name: 'Énergie Sud' })
    const browser = await Agent.visitor()
    const { body } = await browser.get('/compte/recruiters/create?q=energie')
    assert.include(body, `href="/compte/recruiters/create?organisation=${organisation.id}"`)
    assert.include(textOf((await browser.get(`/compte/recruiters/create?organisation=${organisation.id}`)).body), 'rejoindre Énergie Sud')

    await signUp('recruiters', { organisationId: organisation.id, department: 'RH' }, browser)
    const [place] = await db.from('memberships').where('user_id', (await ines()).id)
    assert.containsSubset(place, { organisation_id: organisation.id, department: 'RH', accepted_at: null })
  })

  test('refuses an organisation that is stopped, whether the address of the form is known or not', async ({ assert }) => {
    const organisation = await anOrganisation({ name: 'Énergie Sud' })
    await db.from('organisations').where('id', organisation.id).update({ status: 'suspended' })
    const before = await everyRow()
    const answers = []
    for (const email of ['ines@example.org', 'alice@example.org']) {
      const answer = await (
        await Agent.visitor()
      ).post('/compte/recruiters', { ...INES, email, organisationId: organisation.id, department: 'RH' }, { json: true })
      answers.push([answer.status, JSON.parse(answer.body).code])
    }
    assert.deepEqual(answers, [
      [422, 'accounts.refusals.organisation_gone'],
      [422, 'accounts.refusals.organisation_gone'],
    ])
    assert.deepEqual(await everyRow(), before)
  })

  test('keeps a provider’s speciality, to be verified', async ({ assert }) => {
    await signUp('providers', { speciality: 'Bilan de compétences' })
    const user = await ines()
    assert.containsSubset(await db.from('roles').where('user_id', user.id), [{ role: 'provider' }])
    assert.containsSubset(await db.from('providers').where('user_id', user.id), [{ speciality: 'Bilan de compétences', status: 'pending' }])
  })

  test('keeps the password as a hash only', async ({ assert }) => {
    hash.restore()
    await signUp('candidates')
    const { password } = await ines()
    assert.match(password, /^\$scrypt\$/)
    assert.isTrue(await hash.verify(password, PASSWORD))
  })

  test('is written in the audit, without a name, an address or a password', async ({ assert }) => {
    await signUp('candidates')
    const lines = await db
      .from('audit_events')
      .where({ actor_kind: 'user', actor_id: (await ines()).id })
      .orderBy('id')
    assert.sameMembers(
      lines.map(({ action }) => action),
      ['accounts.user.registered', 'accounts.role.granted', 'accounts.secret_link.issued']
    )
    assert.notMatch(JSON.stringify(lines), /In[èe]s|Roux|@|cheval|612/i)
    assert.isTrue(lines.every(({ request_id }) => /^[\w-]{36}$/.test(request_id)))
  })

  test('says nothing of the person in a mail to an address that nobody has proved', async ({ assert }) => {
    await signUp('candidates', { givenName: 'Gagnez 1000 € sur evil.example' })
    assert.notInclude((await lettersTo(INES.email))[0].html, 'evil')
  })

  test('links nothing by itself: an address that others invited or wrote down makes an account and nothing else', async ({ assert }) => {
    const before = await everyRow()
    await signUp('candidates')
    const after = await everyRow()
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    assert.sameMembers(
      changed.filter((table) => !table.includes('job')),
      ['users', 'roles', 'consents', 'secret_links', 'deliveries', 'audit_events']
    )
  })
})
