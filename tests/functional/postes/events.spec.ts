import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { ENDS, POSTE_ACTIONS, POSTE_EVENTS, POSTE_EVENT_KINDS } from '#config/poste_events'
import { aPoste, aSite, aStation, byNobody, issued, running } from '#database/factories/postes/sites'
import SignIn from '#models/accounts/sign_in'
import { PASSWORD } from '#database/seeders/cast_seeder'
import { audit } from '#models/mixins/tracked'
import db from '@adonisjs/lucid/services/db'
import { recordBeats, noticeSilence } from '#models/postes/presence'
import { LANGS, sentences } from '#tests/support/lang'
import { Agent, person } from '#tests/support/agent'
import { textOf } from '#tests/support/html'
import { aWorld } from '#tests/support/world'

const plain = (body: string) => textOf(body).replace(/\s+/g, ' ')

async function journal(path: string, query = '', name: 'omar' | 'adrien' = 'omar') {
  return plain((await (await Agent.as(name)).get(`${path}/events${query}`)).body)
}

async function signInOf(name: 'omar') {
  return SignIn.query()
    .where('user_id', (await person(name)).id)
    .orderBy('id', 'desc')
    .firstOrFail()
}

/** By Omar, at this desk, from there. */
async function omars() {
  return { by: { kind: 'user' as const, id: (await person('omar')).id, address: '192.0.2.7' }, at: DateTime.now() }
}

test.group('The journal of a site', () => {
  test('says what happened, who did it, and from where', async ({ assert }) => {
    const { room } = await aWorld()
    const act = await omars()
    await room.session.addTime(15, act)
    await room.session.end('desk', act, 'Fermeture')
    const text = await journal(room.site.path)
    assert.match(text, /15 minutes ajoutées : Ana Hoarau sur Poste 1 Par Omar \S+, depuis 192\.0\.2\.7/)
    assert.match(text, /Session terminée par l’accueil : Ana Hoarau sur Poste 1/)
    assert.include(text, 'Code donné à Invité 0001 pour Poste 3 Par Tremplin')
  })

  test('is filtered by action, operator, poste, period and words', async ({ assert }) => {
    const { room } = await aWorld()
    const act = await omars()
    const old = { ...act, at: act.at.minus({ days: 3 }) }
    await room.postes[1].maintain('Souris', act)
    await room.postes[1].endMaintenance(act)
    await room.postes[1].say('desk', 'Vieux message', old)
    const { path } = room.site
    assert.notInclude(await journal(path, '?kind=messages'), 'Message de l’accueil')
    assert.include(await journal(path, '?period=7d&kind=messages'), 'Message de l’accueil à l’écran de Poste 2')
    const states = await journal(path, '?kind=postes')
    assert.include(states, 'Poste 2 mis en maintenance')
    assert.include(states, 'Poste 2 remis en service')
    assert.notInclude(states, 'Code donné à')
    const his = await journal(path, `?operator=${act.by.id}`)
    assert.include(his, 'Poste 2 mis en maintenance')
    assert.notInclude(his, 'Code donné à')
    assert.notInclude(await journal(path, `?poste=${room.postes[1].id}`), 'Ana')
    const hers = await journal(path, '?q=HOARAU')
    assert.include(hers, 'Session commencée : Ana Hoarau')
    assert.notInclude(hers, 'maintenance')
    assert.include(await journal(path, '?q=introuvable'), 'Rien sur cette période')
    assert.include(await journal(path, '?kind=rien&period=toujours&operator=x'), 'Code donné à')
  })

  test('PPM-B22: every action that the specification lists is written, with the address, and found', async ({ assert }) => {
    const site = await aSite()
    const act = await omars()
    const [one, two] = [await site.addPoste({ name: 'Alpha' }, act), await site.addPoste({ name: 'Beta' }, act)]
    const { station } = await aStation(one)
    const session = await running(site, one, 60, act)
    await session.addTime(5, act)
    await session.suspend(act)
    await session.resume(act)
    await session.move(two.id, act)
    await session.end('desk', act)
    await (await issued(site, one, 60, act)).end('unused', act)
    await one.edit({ name: 'Alpha', place: 'Fond de la salle' }, act)
    await one.maintain('Écran', act)
    await one.endMaintenance(act)
    const later = { by: byNobody().by, at: act.at.plus({ minutes: 2 }) }
    await noticeSilence(later, DateTime.utc())
    await recordBeats(
      [{ stationId: station.id, at: later.at.toJSDate(), offset: 0, version: null, session: null, left: null, address: '192.0.2.9' }],
      later
    )
    const written = await db.from('audit_events').where('site_id', site.id).where('actor_kind', 'user').whereNull('address')
    assert.lengthOf(written, 0)
    const found = async (kind: string) => journal(site.path, `?kind=${kind}`)
    for (const [kind, ...said] of [
      ['visitors', 'Nouvel invité'],
      ['codes', 'Code donné à'],
      ['starts', 'Session commencée'],
      ['time', '5 minutes ajoutées'],
      ['suspensions', 'Session suspendue', 'Session reprise'],
      ['moves', 'passe de Alpha à Beta'],
      ['ends', 'Session terminée par l’accueil'],
      ['expiries', 'Code expiré sans avoir été saisi'],
      ['stations', 'Alpha ne répond plus', 'Alpha répond de nouveau', 'Écran installé'],
      ['postes', 'Poste modifié', 'mis en maintenance', 'remis en service'],
    ])
      for (const one of said) assert.include(await found(kind), one, kind)
    assert.notInclude(await found('ends'), 'Code expiré')
    assert.notInclude(await found('expiries'), 'par l’accueil')
  })

  test('PPM-B31: an operator’s sign-in and sign-out are there, and nobody else’s', async ({ assert }) => {
    const { room } = await aWorld()
    for (const email of ['omar@example.org', 'alice@example.org'])
      await (await Agent.visitor()).post('/compte/sign-ins', { email, password: PASSWORD })
    const text = await journal(room.site.path, '?kind=operators', 'adrien')
    assert.match(text, /Connexion d’un opérateur Par Omar \S+, depuis/)
    assert.notInclude(text, 'Alice')
    await (await signInOf('omar')).end(await omars())
    assert.include(await journal(room.site.path, '?kind=operators', 'adrien'), 'Déconnexion d’un opérateur')
  })

  test('is a file, in which people of an anonymous site have no name', async ({ assert }) => {
    const site = await aSite({ mode: 'anonymous' })
    const poste = await aPoste(site, { name: 'Alpha' })
    await running(site, poste, 60, await omars())
    const omar = await Agent.as('omar')
    const { body, headers } = await omar.get(`${site.path}/events/export?kind=starts`, { headers: { 'accept-language': 'fr' } })
    assert.match(headers.get('content-disposition')!, /Journal/)
    const [head, line, ...rest] = body.trimEnd().split('\r\n')
    assert.equal(head, 'Numéro;Quand;Événement;Poste;Par;Adresse')
    assert.match(line, /^\d+;\d{4}-\d\d-\d\d \d\d:\d\d;Session commencée.: Invité 0001 sur Alpha;Alpha;Omar \S+;192\.0\.2\.7$/)
    assert.isEmpty(rest)
    assert.include(await journal(site.path, '?kind=exports'), 'Journal téléchargé Par Omar')
  })

  test('tells nothing of another site', async ({ assert }) => {
    const { room } = await aWorld()
    const other = await aSite()
    await running(other, await aPoste(other, { name: 'Ailleurs' }))
    for (const kind of ['', ...POSTE_EVENT_KINDS]) assert.notInclude(await journal(room.site.path, `?kind=${kind}`), 'Ailleurs')
  })
})

test.group('The words of the journal', () => {
  test('PPM-B22: every action of the code has its kind and its sentence in both languages', ({ assert }) => {
    const code = globSync('app/{models,providers,services,middleware}/**/*.ts').map((file) => readFileSync(file, 'utf8'))
    const built = code.flatMap((text) => [...text.matchAll(/(?:track\([^`'"]*|action: )`postes\.[^`]*`/g)].map(([found]) => found))
    assert.deepEqual(built, [], 'an action is written whole, so that it can be found')
    const written = code.flatMap((text) =>
      [...text.matchAll(/(?<=(?:track\([^)]*|action: |lineOf\(|action = [^\n]*|Taken = [^\n]*))'(postes\.\w+\.\w+)'/g)].map(
        ([, action]) => action
      )
    )
    assert.isAbove(written.length, 30)
    assert.deepEqual([...new Set(written)].filter((action) => !POSTE_ACTIONS.includes(action)).sort(), [])
    const known = LANGS.map((lang) => sentences(lang))
    for (const action of POSTE_ACTIONS) for (const of of known) assert.isTrue(of.has(`usage.actions.${action}`), action)
  })

  test('are sentences for lines that know little', async ({ assert }) => {
    const { room } = await aWorld()
    const lines = POSTE_ACTIONS.map((action) => ({ action, object: { type: 'station', id: 1 }, siteId: room.site.id }))
    await db.transaction((trx) => audit(trx, { by: { kind: 'system', id: null }, at: DateTime.now() }, lines))
    for (const kind of POSTE_EVENT_KINDS.filter((one) => !ENDS[one])) {
      const text = await journal(room.site.path, `?kind=${kind}`)
      assert.notMatch(text, /undefined|null|translation missing|usage\./, kind)
      assert.isAbove(POSTE_EVENTS[kind].length, 0)
    }
  })
})
