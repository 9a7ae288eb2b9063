import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { STATION_TOKEN } from '#database/seeders/cast_postes'
import { PASSWORD } from '#database/seeders/cast_seeder'
import { aPoste, aSite, atDesk } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import Poste from '#models/postes/poste'
import Station from '#models/postes/station'
import { rereadStations } from '#services/stations'
import { Agent, baseUrl } from '#tests/support/agent'
import { assertRefused } from '#tests/support/fair'
import { fieldOf, textOf } from '#tests/support/html'
import { everyRow } from '#tests/support/rows'
import { aWorld } from '#tests/support/world'
import { aScreen, leaseOf, screenOf } from '#tests/support/station_agent'

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

  test('is not recognised as a poste that has left the room', async ({ assert }) => {
    const site = await aSite()
    const [poste, gone] = [await aPoste(site), await aPoste(site)]
    const same = await Poste.findOrFail(gone.id)
    await gone.retire(atDesk())
    const { station } = await Station.introduce('page', atDesk())
    await assertRefused(assert, () => same.adopt(station.id, atDesk()), 'postes.refusals.poste_unknown')
    assert.isNull((await station.refresh()).pairedAt)
    await poste.adopt(station.id, atDesk())
  })

  test('says that it is there, and hears whether something changed', async ({ assert }) => {
    const screen = await Agent.atStation()
    const say = async (told: Record<string, string>) => {
      const response = await fetch(`${baseUrl()}/station/heartbeats?${new URLSearchParams(told)}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${STATION_TOKEN}` },
      })
      return (await response.json()) as { now: number; changed: boolean }
    }
    const { now } = await say({ version: '1', offset: '-12', since: String(Date.now()) })
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
