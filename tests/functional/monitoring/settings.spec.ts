import { test } from '@japa/runner'
import { editionOf, pretend, settings } from '#services/settings'
import { Agent } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf, toastOf } from '#tests/support/html'

const EDIT = '/admin/settings/instance/edit'

/** What the form of the installation holds when nobody has touched it. */
const asIs = () => ({ name: 'Tremplin', email: '', zone: 'Europe/Paris', country: 'FR', currency: 'EUR', locales: 'fr en', _back: EDIT })

test.group('The page of settings', () => {
  test('tells every setting with its default, and who changed what', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const { location } = await adrien.put('/admin/settings/instance', { ...asIs(), zone: 'Africa/Dakar', edition: editionOf('instance') })
    assert.equal(location, '/admin/settings')
    const { body } = await adrien.get(location!)
    assert.equal(toastOf(body), 'Les réglages sont enregistrés.')
    assert.include(textOf(body), 'Fuseau horaire Africa/Dakar (par défaut\u202f: Europe/Paris)'.replaceAll('\u202f', ' '))
    assert.match(textOf(body), /Dernière modification aujourd’hui à .* par Adrien/)
  })

  test('says beside each field what does not fit, keeps what was typed and changes nothing', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const wrong = { ...asIs(), name: '', email: 'mairie', zone: 'Mars', edition: editionOf('instance') }
    const { location } = await adrien.put('/admin/settings/instance', wrong)
    assert.equal(location, EDIT)
    const { body } = await adrien.get(EDIT)
    assert.deepEqual(
      summaryOf(body).map(({ field }) => field),
      ['name', 'email', 'zone']
    )
    assert.containsSubset(fieldOf(body, 'email'), { value: 'mairie', invalid: true })
    assert.include(fieldOf(body, 'email')!.error, 'nom@exemple.fr')
    assert.containsSubset(settings(), { name: 'Tremplin', zone: 'Europe/Paris' })
  })

  test('does not save over what somebody else has saved: it keeps what was typed beside what is saved', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const edition = editionOf('instance')
    await adrien.put('/admin/settings/instance', { ...asIs(), name: 'Cap Emploi', edition })
    const { location } = await adrien.put('/admin/settings/instance', { ...asIs(), name: 'Rebond', edition })
    assert.equal(location, EDIT)
    const { body } = await adrien.get(EDIT)
    assert.include(toastOf(body), 'Quelqu’un d’autre a modifié ces réglages')
    assert.equal(fieldOf(body, 'name')!.value, 'Rebond')
    assert.match(textOf(body), /Valeur enregistrée : Cap Emploi/)
    assert.include(body, editionOf('instance'), 'saving again is meant')
    assert.equal(settings().name, 'Cap Emploi')
  })

  test('goes back to the defaults of a group', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    await adrien.put('/admin/settings/quiet', { quietFrom: '20', quietTo: '9', edition: editionOf('quiet') })
    assert.equal(settings().quietFrom, 20)
    await adrien.delete('/admin/settings/quiet')
    assert.equal(settings().quietFrom, 22)
  })

  test('has no group that does not exist', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    for (const group of ['nothing', '__proto__', 'constructor'])
      assert.equal((await adrien.get(`/admin/settings/${group}/edit`)).status, 404)
  })
})

test.group('A page', () => {
  test('carries the name, the zone and the languages of the installation', async ({ assert }) => {
    pretend({ 'instance.name': 'Cap <Emploi>', 'instance.zone': 'America/Martinique', 'instance.locales': ['en'] })
    const visitor = await Agent.visitor()
    const { body } = await visitor.get('/salon', { headers: { 'accept-language': 'fr' } })
    assert.include(body, '<html lang="en"')
    assert.include(body, '<span>Cap &lt;Emploi&gt;</span>')
    assert.notInclude(body, 'value="fr"', 'there is nothing to choose from')
  })
})
