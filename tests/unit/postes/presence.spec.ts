import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aStation, atDesk, running } from '#database/factories/postes/sites'
import { gridOf } from '#models/postes/desk_grid'
import { type Beat, noticeSilence, recordBeats } from '#models/postes/presence'
import type Station from '#models/postes/station'
import { beatOf as beat } from '#tests/support/poste_room'
import { signalsOf } from '#tests/support/queries'

/** Later than whatever a station said when it was made. */
const START = DateTime.utc().plus({ hours: 1 }).set({ millisecond: 0 })
const at = (seconds: number) => atDesk(START.plus({ seconds }))

const beatOf = (station: Station, seconds: number, more: Partial<Beat> = {}) => beat(station, at(seconds), more)

async function aRoom() {
  const site = await aSite()
  const poste = await aPoste(site)
  const { station } = await aStation(poste)
  const online = async (seconds: number) => (await gridOf(site, at(seconds).at))[0].online
  return { site, poste, station, online }
}

test.group('A station', () => {
  test('PPM-B17: that says nothing for a minute is away, and is back with its next word', async ({ assert }) => {
    const { station, online } = await aRoom()
    await recordBeats([beatOf(station, 0)], at(0))
    await noticeSilence(at(59), START)
    assert.isTrue(await online(59))
    await noticeSilence(at(61), START)
    assert.isFalse(await online(61))
    await recordBeats([beatOf(station, 70)], at(70))
    assert.isTrue(await online(70))
    const actions = await db.from('audit_events').where({ object_type: 'station', object_id: station.id }).orderBy('id').select('action')
    assert.deepEqual(
      actions.map(({ action }) => action),
      ['postes.station.paired', 'postes.station.lost', 'postes.station.back']
    )
  })

  test('that goes away while somebody’s time runs there alerts the desk, once', async ({ assert }) => {
    const { site, poste, station } = await aRoom()
    const session = await running(site, poste, 30, at(0))
    await recordBeats([beatOf(station, 0)], at(0))
    for (const seconds of [61, 66]) await noticeSilence(at(seconds), START)
    const news = await db.from('notifications').where('about', `offline:${session.id}`)
    assert.lengthOf(new Set(news.map(({ user_id }) => user_id)), news.length)
    assert.isNotEmpty(news)
  })

  test('PPM-B5: whose screen counts something else than what is true is told to look again', async ({ assert }) => {
    const { site, poste, station } = await aRoom()
    const session = await running(site, poste, 30, at(0))
    const told = (seconds: number, left: number, id: number | null = session.id) =>
      signalsOf(() => recordBeats([beatOf(station, seconds, { session: id, left })], at(seconds)))
    assert.notInclude(await told(10, 1790), `postes/${poste.id}`)
    assert.include(await told(20, 1700), `postes/${poste.id}`)
    assert.include(await told(30, 1770, session.id + 1), `postes/${poste.id}`)
    await session.end('desk', at(40))
    assert.include(await told(50, 1750), `postes/${poste.id}`)
  })

  test('has a minute from the start of the server, unless it has been heard of since', async ({ assert }) => {
    const { station, online } = await aRoom()
    await recordBeats([beatOf(station, 0)], at(0))
    const started = START.plus({ seconds: 90 })
    await noticeSilence(at(149), started)
    assert.isTrue(await online(149))
    await noticeSilence(at(151), started)
    assert.isFalse(await online(151))
    // Since when it has been away is what it was before the server stopped: minutes are given back from there.
    const row = await db.from('stations').where('id', station.id).firstOrFail()
    assert.deepEqual([row.seen_at.getTime(), row.offline_since.getTime()], [START.toMillis(), START.toMillis()])
    await recordBeats([beatOf(station, 160)], at(160))
    await noticeSilence(at(219), started)
    assert.isTrue(await online(219))
  })

  test('that was revoked is not heard any more', async ({ assert }) => {
    const { poste, station } = await aRoom()
    await recordBeats([beatOf(station, 5)], at(5))
    await poste.unpair(at(6))
    await recordBeats([beatOf(station, 10)], at(10))
    const row = await db.from('stations').where('id', station.id).firstOrFail()
    assert.equal(row.seen_at.getTime(), START.plus({ seconds: 5 }).toMillis())
  })
})
