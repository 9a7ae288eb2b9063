import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, byNobody, issued } from '#database/factories/postes/sites'
import Site from '#models/postes/site'
import { openingsText } from '#models/postes/site_page'
import { Agent, person } from '#tests/support/agent'
import { fieldOf, summaryOf, textOf, toastOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'

const theSite = () => Site.findByOrFail('slug', 'espace-numerique')

const rules = {
  name: 'Espace numérique',
  address: '',
  contact: 'Mairie, donnees@example.net',
  maxMinutes: '120',
  defaultMinutes: '45',
  sessionsPerDay: '2',
  codeHours: '12',
  warnings: '30 s, 5 min, 5 min',
  idleWarningMinutes: '5',
  idleEndMinutes: '0',
  outageMinutes: '15',
}

test.group('A site', () => {
  test('is opened with its mode, on the hours of the offices, at an address of its own', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const page = textOf((await adrien.get('/admin/sites/create')).body)
    for (const said of ['Sans identité : un code suffit', 'Aucune donnée personnelle', 'donne d’abord son accord'])
      assert.include(page, said)
    const form = { name: 'Espace numérique', address: '', contact: '', mode: 'anonymous' }
    assert.equal((await adrien.post('/admin/sites', form)).location, '/postes/espace-numerique-2/settings')
    const site = await Site.findByOrFail('slug', 'espace-numerique-2')
    assert.equal(openingsText((await site.timetable()).hours, 1), '09:00–12:00, 14:00–17:00')
  })

  test('keeps its rules, and says which do not fit', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    const edit = `${site.path}/settings/edit`
    assert.equal((await adrien.put(`${site.path}/settings`, rules)).location, `${site.path}/settings`)
    await site.refresh()
    assert.deepEqual([site.warnings, site.idleEndMinutes, site.maxMinutes, site.mode], [[300, 30], 0, 120, 'identified'])
    assert.include(textOf((await adrien.get(`${site.path}/settings`)).body), 'La fin est annoncée 5 min et 30 s avant.')
    const before = await everyRow()
    const cases: [Partial<typeof rules>, string, string][] = [
      [{ defaultMinutes: '121' }, 'defaultMinutes', 'La durée habituelle ne dépasse pas la durée la plus longue.'],
      [{ maxMinutes: '500' }, 'maxMinutes', 'indiquez un nombre entre 1 et 240.'],
      [{ maxMinutes: '0' }, 'maxMinutes', 'indiquez un nombre entre 1 et 240.'],
      [{ sessionsPerDay: '51' }, 'sessionsPerDay', 'indiquez un nombre entre 1 et 50.'],
      [{ codeHours: '25' }, 'codeHours', 'indiquez un nombre entre 1 et 24.'],
      [{ idleEndMinutes: '5' }, 'idleEndMinutes', 'La fin vient après la question'],
      [{ warnings: '4 s' }, 'warnings', 'Indiquez au plus dix durées'],
      [{ warnings: '61 min' }, 'warnings', 'Indiquez au plus dix durées'],
      [{ warnings: Array.from({ length: 11 }, (_, i) => i + 5).join(',') }, 'warnings', 'Indiquez au plus dix durées'],
    ]
    for (const [wrong, field, sentence] of cases) {
      await adrien.put(`${site.path}/settings`, { ...rules, ...wrong, _back: edit })
      const { body } = await adrien.get(edit)
      assert.include(fieldOf(body, field)!.error, sentence)
      assert.equal(fieldOf(body, field)!.value, Object.values(wrong)[0])
    }
    assert.deepEqual(await everyRow(), before)
  })

  test('has hours of each day, several a day, in order', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    const week = { day1: '9h-12h30, 14h-18h', day2: '', day3: '', day4: '', day5: '', day6: '10:00–24:00', day7: '' }
    await adrien.put(`${site.path}/hours`, week)
    const { hours } = await site.timetable()
    assert.equal(openingsText(hours, 1), '09:00–12:30, 14:00–18:00')
    assert.lengthOf(hours, 3)
    assert.include(textOf((await adrien.get(site.path)).body), '9 h – 12 h 30, 14 h – 18 h')
    for (const wrong of ['14h-18h, 9h-12h', '9h-12h, 11h-14h', '12h-9h', 'demain', '9h'])
      assert.equal((await adrien.put(`${site.path}/hours`, { ...week, day2: wrong }, { json: true })).status, 422, wrong)
    assert.lengthOf((await site.timetable()).hours, 3)
  })

  test('is closed on days that are not over, and open again when they are taken back', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    const here = `${site.path}/closings`
    for (const [startsOn, endsOn] of [
      ['2020-05-01', ''],
      ['2031-05-02', '2031-05-01'],
      ['2031-02-30', ''],
      ['demain', ''],
    ])
      assert.equal((await adrien.post(here, { startsOn, endsOn, reason: '' }, { json: true })).status, 422, startsOn)
    const answer = await adrien.post(here, { startsOn: '2031-05-01', endsOn: '', reason: 'Férié' }, { json: true })
    assert.equal(answer.status, 200, answer.body)
    const closing = await site.related('closings').query().firstOrFail()
    assert.equal(closing.endsOn.toISODate(), '2031-05-01')
    await adrien.delete(`${here}/${closing.id}`)
    assert.lengthOf(await site.related('closings').query(), 0)
  })

  test('that asks nobody who they are any more keeps no number of a document', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await theSite()
    await site.merge({ keepsNumbers: true }).save()
    const seen = { identity_kind: 'passport', identity_seen_on: '2026-01-01', identity_seen_by: 'system', identity_number: 'x' }
    await db.from('visitors').where({ site_id: site.id, family_name: 'Hoarau' }).update(seen)
    assert.include(textOf((await adrien.get(`${site.path}/mode/edit`)).body), 'Les numéros de documents sont effacés aussitôt.')
    await adrien.put(`${site.path}/mode`, { mode: 'anonymous' })
    await site.refresh()
    assert.deepEqual([site.mode, site.keepsNumbers], ['anonymous', false])
    assert.isNull(await db.from('visitors').whereNotNull('identity_number').first())
  })

  test('is not closed for good while somebody is there; then its postes and its address go', async ({ assert }) => {
    const adrien = await Agent.as('adrien')
    const site = await aSite({ name: 'Annexe' })
    const poste = await aPoste(site, { name: 'Poste 1', mac: 'AA:BB:CC:DD:EE:01' })
    const session = await issued(site, poste)
    await adrien.post(`${site.path}/retirement`, { _back: `${site.path}/settings` })
    assert.include(toastOf((await adrien.get(`${site.path}/settings`)).body), 'Une session n’est pas terminée, sur Poste 1.')
    await session.end('desk', byNobody())
    const ticket = await site.queue(null, 30, byNobody())
    await adrien.post(`${site.path}/retirement`)
    assert.equal((await ticket.refresh()).outcome, 'cancelled', 'nobody waits there any more')
    await assert.rejects(() => aPoste(site), /Row not found/)
    assert.equal((await adrien.get(site.path)).status, 404)
    assert.isNotNull((await poste.refresh()).retiredAt)
    assert.include(textOf((await adrien.get('/admin/sites')).body), '1 site fermé pour toujours')
    await aPoste(await theSite(), { mac: 'AA:BB:CC:DD:EE:01' })
  })
})

test.group('PPM-B20: who may do what at a site', () => {
  test('is given and taken back on the sheet of a person, for a site that exists', async ({ assert }) => {
    const [site, maud, adrien] = [await aSite({ name: 'Annexe' }), await person('maud'), await Agent.as('adrien')]
    const sheet = `/admin/users/${maud.id}`
    const before = await everyRow()
    for (const wrong of [
      { role: 'operator', siteId: '999999' },
      { role: 'moderator', siteId: String(site.id) },
    ]) {
      await adrien.post(`${sheet}/roles`, { ...wrong, _back: sheet })
      assert.containsSubset(summaryOf((await adrien.get(sheet)).body), [{ field: 'siteId' }])
    }
    assert.deepEqual(await everyRow(), before)
    await adrien.post(`${sheet}/roles`, { role: 'operator', siteId: String(site.id) })
    assert.include(textOf((await adrien.get(sheet)).body), 'Agent d’accueil · Annexe')
    assert.equal((await (await Agent.as('maud')).get(`${site.path}/postes`)).status, 200)
    const right = await db.from('roles').where({ user_id: maud.id, site_id: site.id }).firstOrFail()
    await adrien.delete(`${sheet}/roles/${right.id}`)
    assert.equal((await (await Agent.as('maud')).get(`${site.path}/postes`)).status, 403)
  })

  test('lets an operator install a poste, and neither make, change, retire nor unlink one', async ({ assert }) => {
    const omar = await Agent.as('omar')
    const site = await theSite()
    const [poste] = await site.related('postes').query().orderBy('id')
    const station = await poste.related('stations').query().firstOrFail()
    const here = `${site.path}/postes/${poste.id}`
    const before = await everyRow()
    for (const [method, path] of [
      ['POST', `${site.path}/postes`],
      ['PUT', here],
      ['DELETE', here],
      ['DELETE', `${here}/stations/${station.id}`],
      ['PUT', `${site.path}/settings`],
      ['POST', `${site.path}/retirement`],
    ])
      assert.equal((await omar.send(method, path)).status, 403, path)
    assert.deepEqual(await everyRow(), before)
    assert.equal((await omar.post(`${here}/pairing`)).location, `${here}/pairing`)
  })
})
