import { test } from '@japa/runner'
import Organisation from '#models/accounts/organisation'
import Provider from '#models/accounts/provider'
import { aDocument } from '#database/factories/files/documents'
import { byNobody } from '#database/factories/fair/fairs'
import { Agent, person } from '#tests/support/agent'
import { withDisk } from '#tests/support/disks'
import { PDF } from '#tests/support/files'
import { refusalOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const kbis = () => new File([new Uint8Array(PDF)], 'kbis.pdf')

/** An organisation that Rachid owns and Chloé is a member of; Bob asks to join. */
async function house() {
  const [rachid, chloe, bob] = [await person('rachid'), await person('chloe'), await person('bob')]
  const organisation = await Organisation.found({ name: 'Initrode' }, rachid, {}, byNobody())
  for (const one of [chloe, bob]) await organisation.askToJoin(one, {}, byNobody())
  const places = await organisation.related('memberships').query().where('user_id', chloe.id)
  for (const place of places) await place.accept(byNobody())
  return { organisation, proof: await aDocument({ organisationId: organisation.id }, { purpose: 'proof', name: 'kbis.pdf' }) }
}

test.group('The documents of an organisation', (group) => {
  withDisk(group, 'fs')

  test('are handed in on its sheet by its owners', async ({ assert }) => {
    const { organisation } = await house()
    const rachid = await Agent.as('rachid')
    const form = { purpose: 'proof', file: kbis(), _back: organisation.path }
    const { location } = await rachid.post(`${organisation.path}/documents`, form)
    assert.equal(location, organisation.path)
    const { body } = await rachid.get(organisation.path)
    assert.equal(toastOf(body), '« kbis.pdf » est ajouté.')
    assert.include(textOf(body), 'Envoyer le document')
    assert.lengthOf(await organisation.documents('proof'), 2)
  })

  test('are refused beside their field, on the sheet', async ({ assert }) => {
    const { organisation } = await house()
    const rachid = await Agent.as('rachid')
    const form = { purpose: 'proof', file: new File(['<html>'], 'kbis.pdf'), _back: organisation.path }
    assert.equal((await rachid.post(`${organisation.path}/documents`, form)).location, organisation.path)
    const refusals = refusalOf((await rachid.get(organisation.path)).body)
    assert.lengthOf(refusals, 1)
    assert.include(refusals[0], 'se dit PDF par son nom')
  })

  test('are read by its members, and changed by its owners alone', async ({ assert }) => {
    const { organisation, proof } = await house()
    const chloe = await Agent.as('chloe')
    const page = await chloe.get(organisation.path)
    assert.include(textOf(page.body), 'kbis.pdf')
    assert.notInclude(textOf(page.body), 'Envoyer le document')
    assert.equal((await chloe.get(proof.path)).status, 200)
    const before = await everyRow()
    assert.equal((await chloe.post(`${organisation.path}/documents`, { purpose: 'proof', file: kbis() })).status, 403)
    assert.equal((await chloe.delete(proof.path)).status, 404)
    assert.deepEqual(await everyRow(), before)
    assert.equal((await (await Agent.as('rachid')).delete(proof.path)).status, 303)
  })

  test('are absent for whoever only asks to be a member, or is no more', async ({ assert }) => {
    const { organisation, proof } = await house()
    assert.equal((await (await Agent.as('bob')).get(proof.path)).status, 404)
    const [place] = await organisation
      .related('memberships')
      .query()
      .where('user_id', (await person('chloe')).id)
    await place.end(byNobody())
    assert.equal((await (await Agent.as('chloe')).get(proof.path)).status, 404)
  })

  test('that prove what it is are on the moderators’ file, and its owners see who opened them', async ({ assert }) => {
    const { organisation, proof } = await house()
    await aDocument({ organisationId: organisation.id }, { purpose: 'logo', name: 'logo.pdf' })
    const maud = await Agent.as('maud')
    const { body } = await maud.get(organisation.adminPath)
    assert.include(body, `href="${proof.path}"`)
    assert.notInclude(textOf(body), 'logo.pdf')
    assert.equal((await maud.get(proof.path)).status, 200)
    const sheet = await (await Agent.as('rachid')).get(organisation.path)
    assert.include(textOf(sheet.body), 'Ouvert par Maud')
  })
})

test.group('What proves a provider', (group) => {
  withDisk(group, 'fs')

  test('is handed in on their profile, and read by moderators', async ({ assert }) => {
    const paula = await Agent.as('paula')
    const form = { purpose: 'proof', file: kbis(), _back: '/compte/provider' }
    assert.equal((await paula.post('/compte/documents', form)).location, '/compte/provider')
    assert.include(textOf((await paula.get('/compte/provider')).body), 'kbis.pdf')
    const [proof] = await (await person('paula')).documents('proof')
    const { adminPath } = await Provider.findByOrFail('user_id', (await person('paula')).id)
    const maud = await Agent.as('maud')
    assert.include((await maud.get(adminPath)).body, `href="${proof.path}"`)
    assert.equal((await maud.get(proof.path)).status, 200)
  })
})
