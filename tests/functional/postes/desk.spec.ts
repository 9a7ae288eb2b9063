import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aStation, aVisitor, atDesk, issued, running } from '#database/factories/postes/sites'
import type Site from '#models/postes/site'
import { meetDeadlines } from '#models/postes/deadlines'
import { deskOf } from '#models/postes/desk'
import { stationView } from '#models/postes/station_view'
import { Agent, person } from '#tests/support/agent'
import { refusalOf, textOf, toastOf } from '#tests/support/html'

const desk = (site: Site) => `${site.path}/desk`
const act = atDesk

/** What the page says after a form that it sent. */
async function sent(omar: Agent, site: Site, method: string, path: string, form: Record<string, string> = {}) {
  await omar.send(method, `${site.path}${path}`, { ...form, _back: desk(site) })
  const { body } = await omar.get(desk(site))
  return { said: toastOf(body), refused: refusalOf(body), text: textOf(body), body }
}

async function room() {
  const site = await aSite()
  const [first, second] = [await aPoste(site, { name: 'Poste A' }), await aPoste(site, { name: 'Poste B' })]
  return { site, first, second, omar: await Agent.as('omar') }
}

test.group('The desk of a site', () => {
  test('PPM-B5: names every state that a poste can be in', async ({ assert }) => {
    const { site, first, second, omar } = await room()
    const [third, fourth, fifth, sixth] = await Promise.all([1, 2, 3, 4].map(() => aPoste(site)))
    await running(site, first)
    await (await running(site, second)).suspend(act())
    await (await running(site, third)).cut(DateTime.utc(), act())
    await issued(site, fourth)
    await fifth.maintain('Clavier cassé', act())
    await aStation(sixth)
    await aPoste(site)
    const { text } = await sent(omar, site, 'GET', '/desk')
    for (const word of ['En cours', 'Suspendu', 'Coupé', 'Code donné', 'Maintenance', 'Clavier cassé', 'Libre', 'Non installé'])
      assert.include(text, word)
  })

  test('PPM-B3: gives a guest a code in one gesture, and a program the code itself', async ({ assert }) => {
    const { site, omar } = await room()
    const { location } = await omar.post(`${site.path}/sessions`)
    assert.match(location!, /\/sessions\/\d+\/code$/)
    const { body } = await omar.get(location!)
    const session = await site.related('sessions').query().firstOrFail()
    assert.include(body, `${session.code!.slice(0, 3)} ${session.code!.slice(3)}`)
    assert.include(textOf(body), 'Invité 0001')
    assert.equal(session.grantedSeconds, site.defaultMinutes * 60)
    assert.equal(session.issuedBy, `user:${(await person('omar')).id}`)
    const answer = await omar.post(`${site.path}/sessions`, { minutes: '30' }, { json: true })
    assert.match(JSON.parse(answer.body).code, /^[A-HJ-NP-Z2-9]{6}$/)
    const full = await omar.post(`${site.path}/sessions`, {}, { json: true })
    assert.equal(full.status, 409)
    assert.equal(JSON.parse(full.body).message, 'Aucun poste n’est libre. Inscrivez la personne sur la liste d’attente.')
    for (const minutes of ['0', '500', '-1', 'x'])
      assert.equal((await omar.post(`${site.path}/sessions`, { other: minutes }, { json: true })).status, 422)
    assert.lengthOf(await db.from('visitors').where('site_id', site.id), 2)
  })

  test('PPM-B2: the second desk is told that the poste is taken', async ({ assert }) => {
    const { site, first, omar } = await room()
    await running(site, first)
    const { refused } = await sent(omar, site, 'POST', '/sessions', { posteId: String(first.id) })
    assert.deepEqual(refused, ['Poste A est déjà pris. Choisissez un autre poste.'])
    assert.lengthOf(await site.related('sessions').query(), 1)
  })

  test('PPM-B4: what a visitor asks is at the top, and answered once, with a word', async ({ assert }) => {
    const { site, first, omar } = await room()
    const session = await running(site, first, 30)
    await session.askForTime(15, act())
    const [{ id }] = await db.from('extensions').where('poste_session_id', session.id)
    assert.include((await sent(omar, site, 'GET', '/desk')).text, 'demande 15 minutes de plus')
    assert.equal((await omar.get(`${site.path}/extensions/${id}/edit`)).status, 200)
    const form = { answer: 'accepted', sentence: 'Bon travail' }
    assert.equal((await sent(omar, site, 'PUT', `/extensions/${id}`, form)).said, 'La demande est accordée.')
    assert.equal((await session.refresh()).grantedSeconds, 45 * 60)
    assert.deepEqual((await sent(omar, site, 'PUT', `/extensions/${id}`, form)).refused, ['Cette demande a déjà reçu une réponse.'])
    assert.equal((await session.refresh()).grantedSeconds, 45 * 60)
    const answered = await db.from('extensions').where('id', id).firstOrFail()
    assert.equal(answered.sentence, 'Bon travail')
  })

  test('PPM-B28: a request is not granted after the end, and what was added meanwhile counts', async ({ assert }) => {
    const { site, first, omar } = await room()
    const session = await running(site, first, 30)
    await session.askForTime(15, act())
    const [{ id }] = await db.from('extensions').where('poste_session_id', session.id)
    await sent(omar, site, 'POST', `/sessions/${session.id}/additions`, { minutes: '60' })
    await sent(omar, site, 'PUT', `/extensions/${id}`, { answer: 'accepted' })
    assert.equal((await session.refresh()).grantedSeconds, 105 * 60)
    await session.askForTime(5, act())
    const later = await db.from('extensions').where('poste_session_id', session.id).whereNull('answered_at').firstOrFail()
    await session.end('visitor', act())
    const { refused } = await sent(omar, site, 'PUT', `/extensions/${later.id}`, { answer: 'accepted' })
    assert.deepEqual(refused, ['Cette demande a déjà reçu une réponse.'])
    assert.equal((await session.refresh()).grantedSeconds, 105 * 60)
  })

  test('PPM-B12: a suspension reaches the screen, and the poste stays taken', async ({ assert }) => {
    const { site, first, omar } = await room()
    const { station } = await aStation(first)
    const known = { id: station.id, kind: 'page' as const, posteId: first.id, siteId: site.id }
    const session = await running(site, first)
    await sent(omar, site, 'POST', `/sessions/${session.id}/suspension`)
    assert.equal((await stationView(known, DateTime.utc())).screen, 'suspended')
    const taken = ['Poste A est déjà pris. Choisissez un autre poste.']
    assert.deepEqual((await sent(omar, site, 'POST', `/postes/${first.id}/maintenance`)).refused, taken)
    assert.deepEqual((await sent(omar, site, 'POST', '/sessions', { posteId: String(first.id) })).refused, taken)
    assert.equal((await sent(omar, site, 'DELETE', `/sessions/${session.id}/suspension`)).said, 'La session reprend.')
    assert.equal((await stationView(known, DateTime.utc())).screen, 'session')
  })

  test('PPM-B18 PPM-B27: ending is the only way to delete a session: the poste is free, the history stays', async ({ assert }) => {
    const { site, first, omar } = await room()
    const session = await running(site, first)
    const { said } = await sent(omar, site, 'DELETE', `/sessions/${session.id}`, { sentence: 'Nous fermons.' })
    assert.equal(said, 'La session est terminée.')
    await session.refresh()
    assert.deepEqual([session.reason, session.sentence], ['desk', 'Nous fermons.'])
    assert.equal((await deskOf(site, DateTime.utc())).postes[0].session, null)
    const over = ['Cette session est déjà terminée. Donnez un nouveau code pour continuer.']
    for (const [method, path, form] of [
      ['DELETE', '', {}],
      ['POST', '/start', {}],
      ['POST', '/suspension', {}],
      ['POST', '/additions', { minutes: '15' }],
      ['PUT', '/poste', { posteId: String(first.id) }],
    ] as const)
      assert.deepEqual((await sent(omar, site, method, `/sessions/${session.id}${path}`, form)).refused, over, path)
    assert.include(textOf((await omar.get(`${site.path}/sessions/${session.id}`)).body), 'Nous fermons.')
  })

  test('moves a session, adds time, says words, gives back what a failure took', async ({ assert }) => {
    const { site, first, second, omar } = await room()
    const session = await running(site, first, 30, act(DateTime.utc().minus({ minutes: 31 })))
    await aStation(first)
    await db.from('stations').update({ seen_at: DateTime.utc().minus({ minutes: 20 }).toJSDate() })
    await meetDeadlines(act())
    assert.include((await sent(omar, site, 'GET', '/desk')).text, 'Rendre ce temps')
    const restored = await sent(omar, site, 'POST', `/sessions/${session.id}/restoration`)
    assert.equal(restored.said, 'Le temps est rendu : le même code reprend la session.'.replace(' :', '\u202f:').replace(/\s/g, ' '))
    await sent(omar, site, 'POST', `/sessions/${session.id}/start`)
    await sent(omar, site, 'PUT', `/sessions/${session.id}/poste`, { posteId: String(second.id) })
    assert.equal((await session.refresh()).posteId, second.id)
    await sent(omar, site, 'POST', `/postes/${second.id}/messages`, { words: 'Bonjour' })
    const said = await db.from('screen_messages').where('poste_id', second.id).firstOrFail()
    assert.equal(said.words, 'Bonjour')
    const wrong = await omar.post(`${site.path}/sessions/${session.id}/additions`, { minutes: '121' }, { json: true })
    assert.equal(wrong.status, 422)
  })

  test('gives no time back to somebody who sits elsewhere meanwhile, or of whom nothing is kept', async ({ assert }) => {
    const { site, first, second, omar } = await room()
    const ana = await aVisitor(site, 'Ana')
    const started = act(DateTime.utc().minus({ minutes: 31 }))
    const lost = await site.issue({ visitorId: ana.id, posteId: first.id, minutes: 30, started: true }, started)
    await aStation(first)
    await db.from('stations').update({ seen_at: DateTime.utc().minus({ minutes: 20 }).toJSDate() })
    await meetDeadlines(act())
    const shown = async () => (await deskOf(site, DateTime.utc())).lost.map(({ id }) => id)
    const restore = async () => (await sent(omar, site, 'POST', `/sessions/${lost.id}/restoration`)).refused
    assert.deepEqual(await shown(), [lost.id])
    const other = await site.issue({ visitorId: ana.id, posteId: second.id, minutes: 30 }, act())
    assert.deepEqual(await shown(), [])
    assert.deepEqual(await restore(), ['Ana Hoarau a déjà une session ou un code en cours.'])
    await other.end('desk', act())
    assert.deepEqual(await shown(), [lost.id])
    await ana.anonymise(act())
    assert.deepEqual(await shown(), [])
    assert.deepEqual(await restore(), ['Cette personne n’est pas inscrite ici. Cherchez-la, ou inscrivez-la.'])
    assert.isNotNull((await lost.refresh()).endedAt)
  })

  test('is not that of another site: refused to its operators, absent under their own', async ({ assert }) => {
    const { site, first } = await room()
    const other = await aSite()
    const session = await running(site, first)
    const olga = await person('olga')
    await olga.grant({ role: 'operator', siteId: other.id }, act())
    const agent = await Agent.as('olga')
    for (const path of ['/desk', '/desk/region', '/sessions/create', `/sessions/${session.id}`, '/wall'])
      assert.equal((await agent.get(`${site.path}${path}`)).status, 403, path)
    assert.equal((await agent.get(desk(other))).status, 200)
    for (const path of [`/sessions/${session.id}`, `/sessions/${session.id}/code`])
      assert.equal((await agent.get(`${other.path}${path}`)).status, 404, path)
    assert.equal((await agent.delete(`${other.path}/sessions/${session.id}`)).status, 404)
    assert.equal((await agent.post(`${other.path}/postes/${first.id}/maintenance`)).status, 404)
    assert.isNull((await session.refresh()).endedAt)
  })
})
