import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import LegalText from '#models/monitoring/legal_text'
import { pretend } from '#services/settings'
import { Agent } from '#tests/support/agent'
import { summaryOf, textOf, toastOf } from '#tests/support/html'

const FRENCH = '/admin/legal-pages/mentions/fr'
const english = { headers: { 'accept-language': 'en' } }
const last = async () => (await LegalText.query().orderBy('id', 'desc').first())?.id ?? 0

test.group('A legal page', () => {
  test('says what Tremplin brings, with what the settings say, in both languages', async ({ assert }) => {
    pretend({ 'instance.name': 'Cap *Avenir*', 'instance.email': 'bonjour_a@cap.example', 'retention.audit': 500 })
    const visitor = await Agent.visitor()
    const { body } = await visitor.get('/mentions-legales')
    assert.include(body, '<strong>Cap *Avenir*</strong>')
    assert.include(body, '<a href="mailto:bonjour_a@cap.example">bonjour_a@cap.example</a>')
    assert.include(
      textOf((await visitor.get('/confidentialite', english)).body),
      'The log of actions To know who did what in a dispute 500 days'
    )
    assert.include(textOf((await visitor.get('/accessibilite')).body), 'partiellement conforme')
    const { body: home } = await visitor.get('/')
    for (const path of ['/mentions-legales', '/confidentialite', '/accessibilite']) assert.include(home, `<a href="${path}">`)
  })

  test('says that there is no contact yet rather than nothing', async ({ assert }) => {
    const visitor = await Agent.visitor()
    assert.include((await visitor.get('/mentions-legales')).body, 'adresse de contact à compléter')
  })

  test('is written in one language at a time, after a preview that changes nothing', async ({ assert }) => {
    const [adrien, visitor] = [await Agent.as('adrien'), await Agent.visitor()]
    const form = { body: '## Ici\r\n\n<script>alert(1)</script> [[name]]', edition: '0' }
    const { location } = await adrien.post(`${FRENCH}/previews`, form)
    const { body: preview } = await adrien.get(location!)
    assert.include(preview, '<h2>Ici</h2>')
    assert.include(preview, '&lt;script&gt;alert(1)&lt;/script&gt; Tremplin</p>')
    assert.match(preview, /<textarea[^>]*>\s*## Ici/)
    assert.notInclude((await visitor.get('/mentions-legales')).body, 'Ici')

    await adrien.put(FRENCH, form)
    assert.include((await visitor.get('/mentions-legales')).body, '<h2>Ici</h2>')
    assert.include((await visitor.get('/mentions-legales', english)).body, 'Publisher')
    const lines = await db.from('audit_events').where('action', 'monitoring.legal.written').select('changes')
    assert.deepEqual(lines, [{ changes: { page: 'mentions', locale: 'fr' } }])
  })

  test('is not written over what somebody else wrote meanwhile, nor empty, nor without end', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    await adrien.put(FRENCH, { body: 'Premier', edition: '0' })
    await adrien.put(FRENCH, { body: 'Second', edition: '0', _back: `${FRENCH}/edit` })
    const { body } = await adrien.get(`${FRENCH}/edit`)
    assert.include(toastOf(body), 'Quelqu’un d’autre a modifié cette page')
    assert.match(body, /<textarea[^>]*>\s*Second/)
    assert.include(body, `name="edition" value="${await last()}"`)
    for (const wrong of ['', ' ', 'x'.repeat(40_001)]) {
      await adrien.put(FRENCH, { body: wrong, edition: String(await last()), _back: `${FRENCH}/edit` })
      assert.lengthOf(summaryOf((await adrien.get(`${FRENCH}/edit`)).body), 1)
    }
    assert.lengthOf(await LegalText.all(), 1)
  })

  test('keeps every version, and shows one again', async ({ assert }) => {
    const [adrien, visitor] = [await Agent.as('adrien'), await Agent.visitor()]
    await adrien.put(FRENCH, { body: 'Premier', edition: '0' })
    const first = await last()
    await adrien.put(FRENCH, { body: 'Second', edition: String(first) })
    await adrien.put(FRENCH, { body: 'Second', edition: String(await last()) })
    const { body } = await adrien.get(`${FRENCH}/versions`)
    assert.include(textOf(body), '3 versions')
    assert.match(textOf(body), /aujourd’hui à .*, par Adrien .*Texte fourni avec Tremplin/)

    assert.include((await adrien.get(`${FRENCH}/versions/${first}`)).body, '<p>Premier</p>')
    await adrien.post(`${FRENCH}/versions/${first}/restoration`)
    assert.include((await visitor.get('/mentions-legales')).body, '<p>Premier</p>')
    for (let again = 0; again < 2; again++) await adrien.post(`${FRENCH}/versions/origin/restoration`)
    assert.include((await visitor.get('/mentions-legales')).body, 'Éditeur')
    assert.lengthOf(await LegalText.all(), 4)
    assert.equal((await adrien.get(`/admin/legal-pages/privacy/fr/versions/${first}`)).status, 404)
  })
})
