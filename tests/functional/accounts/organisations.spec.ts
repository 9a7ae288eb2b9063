import { test } from '@japa/runner'
import { aProvider, aUser, anOrganisation, byUser } from '#database/factories/accounts/organisations'
import { byNobody } from '#database/factories/fair/fairs'
import Organisation from '#models/accounts/organisation'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const CREATE = '/compte/organisations/create'
const SHEET = {
  name: 'Initech',
  kind: 'company',
  country: 'FR',
  registrationNumber: '732 829 320 00074',
  sector: 'it',
  size: 'small',
  website: 'www.initech.example',
  description: 'Des logiciels.',
  address: '',
  city: 'Lyon',
  contactEmail: '',
  contactPhone: '04 78 00 00 12',
}
const NUMBER = '73282932000074'

/** Rachid's, with Chloé who asks to join. */
async function hooli() {
  const [rachid, chloe] = [await person('rachid'), await person('chloe')]
  const organisation = await anOrganisation({
    ...SHEET,
    kind: 'company',
    sector: 'it',
    size: 'small',
    website: null,
    contactPhone: null,
    address: null,
    contactEmail: null,
    registrationNumber: NUMBER,
    name: 'Hooli',
    founder: rachid,
  })
  const asked = await organisation.askToJoin(chloe, {}, byUser(chloe))
  return { organisation, asked, rachid, chloe }
}

test.group('The form of an organisation', () => {
  test('keeps what is written as it is meant', async ({ assert }) => {
    const rachid = await Agent.as('rachid')
    const { location } = await rachid.post('/compte/organisations', { ...SHEET, department: 'Direction' })
    const initech = await Organisation.findByOrFail('name', 'Initech')
    assert.equal(location, initech.path)
    assert.containsSubset(initech.serialize(), {
      registrationNumber: NUMBER,
      website: 'https://www.initech.example/',
      contactPhone: '+33478000012',
      address: null,
      status: 'pending',
    })
    assert.include(textOf((await rachid.get(initech.path)).body), 'Rien n’est publié, ouvert ni envoyé avant la vérification.')
  })

  for (const [field, wrong, sentence] of [
    ['registrationNumber', '732 829 320 00075', 'Ce numéro'],
    ['website', 'notre site', 'adresse'],
    ['contactPhone', '04', 'Ce numéro de téléphone'],
    ['contactEmail', 'initech', 'Cette adresse e-mail'],
    ['name', ' ', 'Indiquez le nom.'],
  ] as const)
    test(`asks again for ${field}, and keeps the rest`, async ({ assert }) => {
      const rachid = await Agent.as('rachid')
      const before = await everyRow()
      const answer = await rachid.post('/compte/organisations', { ...SHEET, [field]: wrong, department: '', _back: CREATE })
      assert.equal(answer.location, CREATE)
      assert.deepEqual(await everyRow(), before)
      const { body } = await rachid.get(CREATE)
      const [mistake, ...others] = summaryOf(body)
      assert.equal(mistake.field, field)
      assert.include(mistake.sentence, sentence)
      assert.lengthOf(others, 0)
      assert.equal(fieldOf(body, 'city')!.value, 'Lyon')
      assert.equal(fieldOf(body, field)!.value, wrong.trim())
    })

  test('with the number of a verified one says to join that one', async ({ assert }) => {
    const { organisation } = await hooli()
    await organisation.verify(byNobody())
    const bob = await Agent.as('bob')
    await bob.post('/compte/organisations', { ...SHEET, department: '', _back: CREATE })
    const [mistake] = summaryOf((await bob.get(CREATE)).body)
    assert.deepEqual(mistake, {
      field: 'registrationNumber',
      sentence: 'Une organisation vérifiée porte déjà ce numéro. Cherchez son nom et demandez à la rejoindre.',
    })
  })

  test('of a verified one does not change who it is, unless a moderator does', async ({ assert }) => {
    const { organisation } = await hooli()
    await organisation.verify(byNobody())
    const [rachid, maud] = [await Agent.as('rachid'), await Agent.as('maud')]
    const form = { ...SHEET, name: 'Hooli Holding' }
    const refused = await rachid.put(organisation.path, form, { json: true })
    assert.containsSubset(JSON.parse(refused.body), { code: 'organisations.refusals.identity_verified', errors: [{ field: 'name' }] })
    assert.include(textOf((await rachid.get(`${organisation.path}/edit`)).body), 'Pour les changer, demandez-le à l’équipe.')
    assert.equal((await rachid.put(organisation.path, { ...SHEET, name: 'Hooli', city: 'Nice' })).location, organisation.path)
    assert.equal((await maud.put(organisation.adminPath, form)).location, organisation.adminPath)
    await organisation.refresh()
    assert.deepEqual([organisation.name, organisation.city, organisation.status], ['Hooli Holding', 'Lyon', 'verified'])
  })
})

test.group('Members', () => {
  test('read an organisation; owners change it; those who ask do not see it', async ({ assert }) => {
    const { organisation, asked } = await hooli()
    const chloe = await Agent.as('chloe')
    assert.equal((await chloe.get(organisation.path)).status, 404)
    await asked.accept(byNobody())
    const { status, body } = await chloe.get(organisation.path)
    assert.equal(status, 200)
    assert.notInclude(body, `${organisation.path}/edit`)
    assert.notInclude(body, '/ownership')
    assert.equal((await chloe.get(`${organisation.path}/edit`)).status, 403)
    assert.equal((await chloe.post(`${organisation.path}/memberships/${asked.id}/ownership`, {}, { json: true })).status, 403)
  })

  test('are told whose address nobody has confirmed', async ({ assert }) => {
    const { organisation, chloe } = await hooli()
    await chloe.merge({ emailVerifiedAt: null }).save()
    assert.include(textOf((await (await Agent.as('rachid')).get(organisation.path)).body), 'Adresse non confirmée')
  })

  test('who leave, or are removed, are led to their list', async ({ assert }) => {
    const { organisation, asked } = await hooli()
    await asked.accept(byNobody())
    const chloe = await Agent.as('chloe')
    assert.equal((await chloe.delete(`/compte/memberships/${asked.id}`)).location, '/compte/organisations')
    assert.equal((await chloe.get(`${organisation.path}/region`, { headers: { 'HX-Request': 'true' } })).status, 404)
    assert.equal((await chloe.get(organisation.path)).location, '/compte/organisations')
    assert.equal(toastOf((await chloe.get('/compte/organisations')).body), `Vous ne faites plus partie de ${organisation.name}.`)
    assert.equal((await (await Agent.as('bob')).get(organisation.path)).status, 404, 'others are told nothing')
  })

  test('refused read why, and may ask again', async ({ assert }) => {
    const { organisation, asked } = await hooli()
    const rachid = await Agent.as('rachid')
    const at = `${organisation.path}/memberships/${asked.id}/refusal`
    await rachid.post(at, { reason: ' ', next: organisation.path, _back: `${at}/create` })
    assert.deepEqual(summaryOf((await rachid.get(`${at}/create`)).body), [
      { field: 'reason', sentence: 'Répondez à la question « Motif ».' },
    ])
    await rachid.post(at, { reason: 'Inconnue chez nous.', next: 'https://elsewhere.example/' })
    const chloe = await Agent.as('chloe')
    const { body } = await chloe.get('/compte/organisations')
    assert.include(textOf(body), 'Inconnue chez nous.')
    assert.equal((await chloe.post(`${organisation.path}/memberships`, { department: '' })).location, '/compte/organisations')
    assert.include(textOf((await chloe.get('/compte/organisations')).body), 'Demande envoyée')
  })
})

test.group('The queue of the moderators', () => {
  test('holds what waits, the longest first, and finds by name, town and number', async ({ assert }) => {
    const { organisation } = await hooli()
    await anOrganisation({ name: 'Zèbre & Fils', city: 'Nîmes' })
    await (await anOrganisation({ name: 'Zèbre du Sud' })).refuse('Inconnu.', byNobody())
    const maud = await Agent.as('maud')
    const names = async (query: string) =>
      [...(await maud.get(`/admin/organisations?${query}`)).body.matchAll(/class="table__link"[^>]*>([^<]+)/g)].map(([, name]) => name)
    assert.deepEqual(await names('q=zebre'), ['Zèbre &amp; Fils'])
    assert.deepEqual(await names('q=zebre&status=refused'), ['Zèbre du Sud'])
    assert.deepEqual(await names('q=nimes'), ['Zèbre &amp; Fils'])
    assert.deepEqual(await names(`q=${NUMBER}`), [organisation.name])
    assert.deepEqual(await names('q=zebre&status=suspended'), [])
  })

  test('a provider is verified there, and told', async ({ assert }) => {
    const pia = await aUser('Pia')
    const provider = await aProvider(pia)
    const maud = await Agent.as('maud')
    const file = provider.adminPath
    await maud.post(`${file}/refusal`, { reason: '', _back: file })
    assert.deepEqual(summaryOf((await maud.get(file)).body), [{ field: 'reason', sentence: 'Répondez à la question « Motif ».' }])
    await maud.post(`${file}/refusal`, { reason: 'Références à joindre.' })
    const own = await Agent.as(pia)
    const { body } = await own.get('/compte/provider')
    assert.include(textOf(body), 'Références à joindre.')
    assert.notInclude(textOf(body), 'Maud', 'the team decides, not a person')
    await own.post('/compte/provider/submissions', { changes: '', _back: '/compte/provider' })
    assert.equal(summaryOf((await own.get('/compte/provider')).body)[0].field, 'changes')
    await own.post('/compte/provider/submissions', { changes: 'Les voici.' })
    await maud.post(`${file}/verification`)
    assert.include(textOf((await own.get('/compte/provider')).body), 'Votre profil paraît')
  })
})
