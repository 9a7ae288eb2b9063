import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { STATION_TOKEN } from '#database/seeders/cast_postes'
import { aPoste, aSite, aStation, byNobody } from '#database/factories/postes/sites'
import { hashOf } from '#models/accounts/secret_link'
import { forgetNewcomers, newcomers } from '#models/postes/newcomers'
import { changedAddresses } from '#models/postes/poste_sheet'
import type Poste from '#models/postes/poste'
import Site from '#models/postes/site'
import Station from '#models/postes/station'
import { Agent } from '#tests/support/agent'
import { fieldOf, textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const theSite = () => Site.findByOrFail('slug', 'espace-numerique')
const sheet = { name: 'Poste 9', use: 'gaming', ip: '2001:DB8::9', mac: 'aa-bb-cc-dd-ee-09', place: 'Fond', notes: 'Souris neuve' }

test.group('The sheet of a poste', () => {
  test('keeps addresses as machines write them, each of one poste only', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    const { location } = await adrien.post(`${site.path}/postes`, sheet)
    const poste = await site.related('postes').query().where('name', 'Poste 9').firstOrFail()
    assert.equal(location, `${site.path}/postes/${poste.id}`)
    assert.containsSubset(poste.serialize(), { ip: '2001:db8::9', mac: 'aa:bb:cc:dd:ee:09', kind: 'gaming' })
    assert.include(textOf((await adrien.get(location!)).body), 'AA:BB:CC:DD:EE:09')
    const before = await everyRow()
    const create = `${site.path}/postes/create`
    const other = { ...sheet, name: 'Poste 10', ip: '', mac: '' }
    for (const [wrong, field, sentence] of [
      [{ name: 'poste 1' }, 'name', 'Poste 1 porte déjà ce nom.'],
      [{ ip: '2001:db8:0::9' }, 'ip', 'Cette adresse IP est déjà celle de Poste 9.'],
      [{ mac: 'AABB.CCDD.EE09' }, 'mac', 'Cette adresse MAC est déjà celle de Poste 9.'],
      [{ ip: '192.168.1.999' }, 'ip', 'Cette adresse IP n’est pas complète.'],
      [{ ip: 'fe80::1%eth0' }, 'ip', 'Cette adresse IP n’est pas complète.'],
      [{ mac: 'AA:BB:CC:DD:EE' }, 'mac', 'Elle ressemble à AA:BB:CC:DD:EE:FF.'],
    ] as const) {
      await adrien.post(`${site.path}/postes`, { ...other, ...wrong, _back: create })
      assert.include(fieldOf((await adrien.get(create)).body, field)?.error, sentence, JSON.stringify(wrong))
    }
    assert.deepEqual(await everyRow(), before)
  })

  test('tells what happened there, and is kept when it is retired', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    const [busy, free] = await site.related('postes').query().orderBy('id')
    const text = textOf((await adrien.get(`${site.path}/postes/${busy.id}`)).body)
    for (const said of ['Session : Ana Hoarau (en cours)', 'Écran installé sur Poste 1', 'Poste ajouté']) assert.include(text, said)
    assert.equal((await adrien.delete(`${site.path}/postes/${busy.id}`, {}, { json: true })).status, 409)
    await adrien.delete(`${site.path}/postes/${free.id}`)
    assert.include(textOf((await adrien.get(`${site.path}/postes?show=retired`)).body), 'Poste 2')
    assert.notInclude(textOf((await adrien.get(`${site.path}/postes`)).body), 'Poste 2')
    assert.include(textOf((await adrien.get(`${site.path}/postes/${free.id}`)).body), 'Poste retiré')
    assert.equal((await adrien.get(`${site.path}/postes/${free.id}/edit`)).status, 404)
  })

  test('is a line of a file, whose taking is written down', async ({ assert }) => {
    const site = await aSite({ name: 'Médiathèque' })
    const [one] = [await aPoste(site, { name: '=Accueil', mac: 'AA:BB:CC:DD:EE:01' }), await aPoste(site, { name: 'Fond' })]
    await aStation(one)
    await (await aPoste(site, { name: 'Ancien' })).retire(byNobody())
    const omar = await Agent.as('omar')
    const lines = async (query = '') => {
      const { body } = await omar.get(`${site.path}/postes/export${query}`, { headers: { 'accept-language': 'fr' } })
      return body
        .trimEnd()
        .split('\r\n')
        .map((line) => line.replace(/^\d+;|\d{4}-\d\d-\d\d \d\d:\d\d/g, ''))
    }
    assert.deepEqual((await lines()).slice(1), [
      `'=Accueil;Bureautique;;Libre;;AA:BB:CC:DD:EE:01;;1;0;;;`,
      'Fond;Bureautique;;Non installé;;;;0;0;;;',
    ])
    assert.match((await lines('?show=retired'))[1], /^Ancien;Bureautique;;Retiré;/)
    assert.lengthOf(await lines('?q=fond'), 2)
    assert.lengthOf(await db.from('audit_events').where({ site_id: site.id, action: 'postes.postes.exported' }), 3)
  })

  test('is of its own site only', async ({ assert }) => {
    const omar = await Agent.as('omar')
    const other = await aSite()
    const poste = await aPoste(other)
    for (const path of ['', '/pairing']) assert.equal((await omar.get(`/postes/espace-numerique/postes/${poste.id}${path}`)).status, 404)
  })

  test('PPM-B17: says by itself that it is not installed, offline, or there', async ({ assert }) => {
    const omar = await Agent.as('omar')
    const site = await theSite()
    const names = async (show: string) => textOf((await omar.get(`${site.path}/postes?show=${show}`)).body)
    assert.include(await names('unpaired'), 'Poste 2')
    const [, poste] = await site.related('postes').query().orderBy('id')
    await aStation(poste)
    assert.include(await names('free'), 'Poste 2')
    await db.from('stations').where('poste_id', poste.id).update({ offline_since: new Date() })
    assert.include(await names('offline'), 'Poste 2')
    assert.notInclude(await names('free'), 'Poste 2')
  })
})

test.group('PPM-B21: an address that is seen', () => {
  const written = { ip: '192.168.1.20', mac: 'aa:bb:cc:dd:ee:20' } as Poste

  test('opens nothing, and is told when it is not the one that was written', ({ assert }) => {
    assert.deepEqual(changedAddresses(written, [{ address: '192.168.1.20', mac: 'AA:BB:CC:DD:EE:20' }]), { ip: null, mac: null })
    assert.deepEqual(changedAddresses(written, [{ address: '192.168.1.21', mac: null }]), { ip: '192.168.1.21', mac: null })
    assert.deepEqual(changedAddresses(written, [{ address: null, mac: 'AA:BB:CC:DD:EE:21' }]), { ip: null, mac: 'AA:BB:CC:DD:EE:21' })
    assert.deepEqual(changedAddresses({ ip: null, mac: null } as Poste, [{ address: '10.0.0.1', mac: null }]), { ip: null, mac: null })
  })

  test('is shown on the sheet', async ({ assert }) => {
    const site = await theSite()
    const [poste] = await site.related('postes').query().orderBy('id')
    await poste.edit({ name: poste.name, ip: '192.168.1.20' }, byNobody())
    await db.from('stations').where('token_hash', hashOf(STATION_TOKEN)).update({ address: '192.168.1.66' })
    const text = textOf((await (await Agent.as('omar')).get(`${site.path}/postes/${poste.id}`)).body)
    assert.include(text, 'ce poste répond depuis 192.168.1.66, et 192.168.1.20 est écrit sur sa fiche')
  })

  test('PPM-B32: nor does a MAC address give a stranger anything', async ({ assert }) => {
    const site = await theSite()
    const [poste] = await site.related('postes').query().orderBy('id')
    await poste.edit({ name: poste.name, mac: 'AA:BB:CC:DD:EE:20', ip: '127.0.0.1' }, byNobody())
    const stranger = await Agent.visitor()
    const forged = { 'x-forwarded-for': '127.0.0.1', 'x-client-mac': 'AA:BB:CC:DD:EE:20' }
    const known = { mac: 'AA:BB:CC:DD:EE:20', ip: '127.0.0.1', posteId: poste.id }
    for (const [method, path] of [
      ['GET', '/station/state'],
      ['POST', '/station/heartbeats'],
      ['POST', '/station/entries'],
    ])
      assert.equal((await stranger.send(method, path, known, { headers: forged, json: true })).status, 403, path)
    await stranger.post('/station/request', known, { headers: forged })
    const page = (await stranger.get('/station', { headers: forged })).body
    for (const secret of ['Poste 1', 'Ana', 'AA:BB:CC']) assert.notInclude(page, secret)
    assert.equal((await stranger.get('/station/state', { headers: forged, json: true })).status, 403)
  })
})

test.group('Installing a poste', () => {
  test('shows a code for ten minutes, once, and says when it is done', async ({ assert }) => {
    const omar = await Agent.as('omar')
    const site = await theSite()
    const [, poste] = await site.related('postes').query().orderBy('id')
    const here = `${site.path}/postes/${poste.id}/pairing`
    await omar.post(here)
    const offer = (await poste.openPairing(DateTime.now()))!
    assert.include(textOf((await omar.get(here)).body), `${offer.code.slice(0, 3)} ${offer.code.slice(3)}`)
    assert.closeTo(offer.expiresAt.diffNow('minutes').minutes, 10, 0.2)
    assert.isNull(await poste.openPairing(DateTime.now().plus({ minutes: 10, seconds: 1 })))
    const browser = await Agent.visitor()
    await browser.post('/station/pairing', { code: offer.code.toLowerCase() })
    assert.include(textOf((await omar.get(`${here}/region`)).body), 'Poste 2 est installé')
    assert.notInclude((await omar.get(here)).body, offer.code)
    assert.equal((await (await Agent.visitor()).post('/station/pairing', { code: offer.code }, { json: true })).status, 422)
  })

  test('PPM-B23: leaves the code nowhere to be read, neither in the database nor in the audit', async ({ assert }) => {
    const site = await theSite()
    const [, poste] = await site.related('postes').query().orderBy('id')
    const code = await poste.pairingCode(byNobody())
    const [links, lines] = await Promise.all([db.from('secret_links').where('poste_id', poste.id), db.from('audit_events')])
    assert.notInclude(JSON.stringify([links, lines]), code)
  })

  test('takes a browser that asked, once somebody has said which it is, and no other', async ({ assert }) => {
    const omar = await Agent.as('omar')
    const site = await theSite()
    const [, poste] = await site.related('postes').query().orderBy('id')
    const { station } = await Station.introduce('page', byNobody())
    const here = `${site.path}/newcomers`
    assert.include(textOf((await omar.get(here)).body), station.label)
    const foreign = await aPoste(await aSite())
    assert.equal((await omar.post(`${here}/${station.id}/adoption`, { posteId: String(foreign.id) }, { json: true })).status, 422)
    assert.equal(
      (await omar.post(`${here}/${station.id}/adoption`, { posteId: String(poste.id) })).location,
      `${site.path}/postes/${poste.id}`
    )
    assert.equal((await station.refresh()).posteId, poste.id)
    assert.equal((await omar.post(`${here}/${station.id}/adoption`, { posteId: String(poste.id) }, { json: true })).status, 409, 'twice')
    const { station: refused } = await Station.introduce('page', byNobody())
    await omar.delete(`${here}/${refused.id}`)
    assert.equal((await omar.post(`${here}/${refused.id}/adoption`, { posteId: String(poste.id) }, { json: true })).status, 409)
    assert.equal((await omar.get(`${here}/${refused.id}`)).status, 404)
  })

  test('forgets after a day a browser that nobody answered', async ({ assert }) => {
    const at = DateTime.utc()
    await Station.introduce('page', { ...byNobody(), at: at.minus({ hours: 25 }) })
    const { station: late } = await Station.introduce('page', { ...byNobody(), at: at.minus({ hours: 23 }) })
    assert.deepEqual(
      (await newcomers(at)).map(({ id }) => id),
      [late.id]
    )
    const standing = await Station.query().whereNotNull('paired_at')
    assert.equal(await forgetNewcomers({ ...byNobody(), at }), 1)
    assert.lengthOf(await Station.query().whereNotNull('paired_at'), standing.length)
  })

  test('is undone by an administrator: what stood there is known no more', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    const [poste] = await site.related('postes').query().orderBy('id')
    const station = await poste.related('stations').query().firstOrFail()
    const here = `${site.path}/postes/${poste.id}`
    assert.include(textOf((await adrien.get(here)).body), 'L’écran se verrouille aussitôt et demande un code d’installation.')
    assert.equal((await adrien.delete(`${here}/stations/${station.id}`)).location, here)
    assert.isNotNull((await station.refresh()).revokedAt)
    assert.equal((await adrien.delete(`${here}/stations/${station.id}`)).status, 404)
  })
})
