import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { STATION_TOKEN } from '#database/seeders/cast_postes'
import { PASSWORD } from '#database/seeders/cast_seeder'
import { aPoste, aSite, aStation, atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import Poste from '#models/postes/poste'
import PosteSession from '#models/postes/poste_session'
import { readLease } from '#services/leases'
import { rereadStations } from '#services/stations'
import { Agent, baseUrl } from '#tests/support/agent'
import { fieldOf, textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'

/** A poste with its own browser, of a site of its own. */
async function aScreen() {
  const site = await aSite()
  const poste = await aPoste(site, { name: 'Poste 7' })
  const { station, token } = await aStation(poste)
  await rereadStations()
  return { site, poste, station, screen: await Agent.atStation(token) }
}

const screenOf = (body: string) => /id="station-screen"[^>]* data-screen="(\w+)"/.exec(body)?.[1]
const leaseOf = (body: string) => /data-lease="([^"]*)"/.exec(body)![1]

test.group('The screen of a poste', () => {
  test('is locked until the code of a session opens it, as it was spoken', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const session = await issued(site, poste, 30)
    const code = session.code!
    const locked = await screen.get('/station')
    assert.equal(screenOf(locked.body), 'locked')
    assert.equal((await screen.post('/station/entries', { code: 'ZZZZZZ', _back: '/station' })).location, '/station')
    assert.include(textOf((await screen.get('/station')).body), 'Ce code n’ouvre pas ce poste.')
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`
    assert.equal((await screen.post('/station/entries', { code: typed })).location, '/station')
    const { body } = await screen.get('/station')
    assert.equal(screenOf(body), 'session')
    assert.include(textOf(body), 'Bonjour, invité 0001')
    await session.refresh()
    const lease = await readLease(leaseOf(body))
    assert.containsSubset(lease, { session: session.id, poste: poste.id, endsAt: session.endsAt!.toMillis(), granted: 1800 })
    assert.include((await screen.get('/station/region')).body, 'data-screen="session"')
  })

  test('PPM-B4: a visitor asks for time, writes to the desk, and reads the answers', async ({ assert }) => {
    const { room } = await aWorld()
    const screen = await Agent.atStation()
    const [poste] = room.postes
    assert.include(textOf((await screen.get('/station')).body), 'Vous avez demandé 15 minutes de plus')
    await room.session.answerExtension(room.extension.id, true, atDesk(), 'Avec plaisir.')
    assert.include(textOf((await screen.get('/station')).body), '15 minutes de plus vous sont accordées. Avec plaisir.')
    for (const minutes of ['4', '61', 'beaucoup'])
      assert.equal((await screen.post('/station/extensions', { minutes }, { json: true })).status, 422)
    assert.equal((await screen.post('/station/extensions', { minutes: '30' })).location, '/station')
    await screen.post('/station/messages', { words: 'L’imprimante est vide.' })
    const [message] = await db.from('screen_messages').where({ poste_id: poste.id, words: 'L’imprimante est vide.' })
    assert.containsSubset(message, { sender: 'station', words: 'L’imprimante est vide.', poste_session_id: room.session.id })
    const said = await poste.say('desk', 'J’arrive.', atDesk())
    assert.include(textOf((await screen.get('/station')).body), 'L’accueil vous dit : J’arrive.')
    assert.equal((await screen.put(`/station/messages/${said.id}`, {})).location, '/station')
    assert.notInclude(textOf((await screen.get('/station')).body), 'J’arrive.')
    for (const id of [message.id, 999_999]) assert.equal((await screen.put(`/station/messages/${id}`, {}, { json: true })).status, 404)
  })

  test('PPM-B1: a visitor ends the session, and may not end it twice', async ({ assert }) => {
    const { room } = await aWorld()
    const screen = await Agent.atStation()
    assert.equal((await screen.delete('/station/session', {})).location, '/station')
    assert.containsSubset(await PosteSession.findOrFail(room.session.id), { reason: 'visitor' })
    const { body } = await screen.get('/station')
    assert.equal(screenOf(body), 'over')
    const before = await everyRow()
    assert.equal((await screen.delete('/station/session', {}, { json: true })).status, 409)
    assert.deepEqual(await everyRow(), before)
  })

  test('PPM-B14: one that nobody uses is given back by its own screen', async ({ assert }) => {
    const { room } = await aWorld()
    const screen = await Agent.atStation()
    assert.equal((await screen.delete('/station/session', { reason: 'idle' }, { json: true })).status, 204)
    assert.containsSubset(await PosteSession.findOrFail(room.session.id), { reason: 'idle' })
    assert.equal((await screen.delete('/station/session', { reason: 'desk' }, { json: true })).status, 422)
  })

  test('shows each moment: suspended, over, in maintenance', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const session = await running(site, poste, 30)
    await session.suspend(atDesk())
    assert.include(textOf((await screen.get('/station')).body), 'Votre session est suspendue')
    await session.resume(atDesk())
    await session.end('desk', atDesk(), 'Nous fermons.')
    assert.include(textOf((await screen.get('/station')).body), 'L’accueil a terminé votre session Nous fermons.')
    await db
      .from('poste_sessions')
      .where('id', session.id)
      .update({ ended_at: DateTime.utc().minus({ minutes: 1 }).toJSDate(), started_at: DateTime.utc().minus({ hours: 1 }).toJSDate() })
    await poste.maintain(null, atDesk())
    assert.include(textOf((await screen.get('/station')).body), 'Poste en maintenance')
  })

  test('of another poste opens nothing with this code, and says no more than for any other', async ({ assert }) => {
    const { site, poste, screen } = await aScreen()
    const other = await aPoste(site, { name: 'Poste 8' })
    await issued(site, poste)
    const there = await issued(site, other)
    const answer = await screen.post('/station/entries', { code: there.code! }, { json: true })
    const unknown = await screen.post('/station/entries', { code: 'ZZZZZZ' }, { json: true })
    assert.deepEqual([answer.status, JSON.parse(answer.body).message], [422, JSON.parse(unknown.body).message])
    assert.notInclude(answer.body, 'Poste 8')
  })

  test('waits for those who guess, and says how long', async ({ assert }) => {
    const { screen } = await aScreen()
    for (let times = 0; times < 3; times++)
      assert.equal((await screen.post('/station/entries', { code: 'ZZZZZZ' }, { json: true })).status, 422)
    const answer = await screen.post('/station/entries', { code: 'ZZZZZZ' }, { json: true })
    assert.equal(answer.status, 429)
    assert.equal(answer.headers.get('retry-after'), '2')
  })
})

test.group('A station', () => {
  test('is known by its own secret alone, not by an address', async ({ assert }) => {
    const visitor = await Agent.visitor()
    assert.include(textOf((await visitor.get('/station')).body), 'Installer ce poste')
    for (const token of ['', 'x', `${STATION_TOKEN}x`]) {
      const stranger = await Agent.atStation(token)
      assert.equal((await stranger.get('/station/state', { json: true })).status, 403)
    }
    const program = await visitor.get('/station/state', { json: true, headers: { authorization: `Bearer ${STATION_TOKEN}` } })
    assert.equal(program.status, 200)
    assert.containsSubset(JSON.parse(program.body), { screen: 'session', poste: { name: 'Poste 1' } })
  })

  test('answers to no page of another site', async ({ assert }) => {
    const screen = await Agent.atStation()
    const before = await everyRow()
    const answer = await screen.delete('/station/session', {}, { json: true, headers: { origin: 'https://elsewhere.example' } })
    assert.equal(answer.status, 403)
    assert.deepEqual(await everyRow(), before)
  })

  test('that is put elsewhere, or revoked, shows nothing more', async ({ assert }) => {
    const { poste, screen } = await aScreen()
    await poste.unpair(atDesk())
    await rereadStations()
    assert.equal((await screen.get('/station/region')).status, 403)
    assert.include(textOf((await screen.get('/station')).body), 'Installer ce poste')
  })

  test('becomes that of a poste with a code that works once', async ({ assert }) => {
    const { poste } = await aScreen()
    const code = await poste.pairingCode(atDesk())
    const [browser, second] = [await Agent.visitor(), await Agent.visitor()]
    assert.equal((await browser.post('/station/pairing', { code: code.toLowerCase(), _back: '/station' })).location, '/station')
    await rereadStations()
    assert.include((await browser.get('/station')).body, 'Poste 7')
    assert.equal((await second.post('/station/pairing', { code, _back: '/station' })).location, '/station')
    assert.include(fieldOf((await second.get('/station')).body, 'code')!.error!, 'n’est pas valable')
    const stations = await db.from('stations').where('poste_id', poste.id).whereNull('revoked_at')
    assert.lengthOf(stations, 1)
  })

  test('asks to be recognised, and is once the desk says where it stands', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site, { name: 'Poste 9' })
    const browser = await Agent.visitor()
    for (let times = 0; times < 2; times++) await browser.post('/station/request', {})
    const asking = await db.from('stations').whereNull('paired_at')
    assert.lengthOf(asking, 1)
    assert.include(textOf((await browser.get('/station')).body), asking[0].label)
    await poste.adopt(asking[0].id, atDesk())
    await rereadStations()
    assert.include((await browser.get('/station')).body, 'Poste 9')
  })

  test('says that it is there, and hears whether something changed', async ({ assert }) => {
    const screen = await Agent.atStation()
    const say = async (body: object) => {
      const response = await fetch(`${baseUrl()}/station/heartbeats`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${STATION_TOKEN}` },
        body: JSON.stringify(body),
      })
      return (await response.json()) as { now: number; changed: boolean }
    }
    const { now } = await say({ version: '1', offset: -12, since: Date.now() })
    assert.closeTo(now, Date.now(), 1000)
    assert.isTrue((await say({ version: '<b>', offset: 'x' })).changed)
    assert.equal((await screen.get('/station')).status, 200)
  })

  test('brings back from the dark only what it signed, for its own poste', async ({ assert }) => {
    const { room } = await aWorld()
    const { screen: stranger } = await aScreen()
    const screen = await Agent.atStation()
    const lease = leaseOf((await screen.get('/station')).body)
    const [payload, signature] = lease.split('.')
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), endsAt: 9e15 })).toString(
      'base64url'
    )
    const since = Date.now() - 60_000
    for (const [who, signed] of [
      [stranger, lease],
      [screen, `${forged}.${signature}`],
      [screen, 'nothing'],
    ] as const)
      await who.post('/station/outages', { lease: signed, since }, { json: true })
    assert.isNotNull((await room.session.refresh()).endsAt)
    await screen.post('/station/outages', { lease, since }, { json: true })
    assert.isNull((await room.session.refresh()).endsAt)
    assert.equal(screenOf((await screen.get('/station')).body), 'locked')
  })

  test('ends with the session whoever signed in on it', async ({ assert }) => {
    const { room, alice } = await aWorld()
    const screen = await Agent.atStation()
    await screen.post('/compte/sign-ins', { email: 'alice@example.org', password: PASSWORD, remember: 'on' })
    const [signIn] = await db.from('sign_ins').where('user_id', alice.userId!).whereNotNull('station_id')
    assert.isFalse(signIn.remembered)
    await meetDeadlines(atDesk(room.session.endsAt!.plus({ seconds: 1 })))
    assert.isNotNull((await db.from('sign_ins').where('id', signIn.id).firstOrFail()).ended_at)
  })
})

test.group('PPM-B10', () => {
  test('a poste’s own page names no other poste', async ({ assert }) => {
    const { room } = await aWorld()
    const { body } = await (await Agent.atStation()).get('/station')
    for (const poste of room.postes.slice(1)) assert.notInclude(body, (await Poste.findOrFail(poste.id)).name)
  })
})
