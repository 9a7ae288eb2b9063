import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aGuest, aPoste, aSite, aVisitor, atDesk, reserved, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import type Site from '#models/postes/site'
import { settings } from '#services/settings'
import { atOnce } from '#tests/support/at_once'

const times = <T>(count: number, work: (i: number) => T) => Array.from({ length: count }, (_, i) => work(i))

/** Noon of tomorrow: far from midnight, before which a reservation ends. */
const NOON = DateTime.now().setZone(settings().zone).plus({ days: 1 }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 })
const at = (minutes: number) => atDesk(NOON.plus({ minutes }))

/** Time that runs where somebody has reserved, and reservations that overlap. */
async function violations(site: Site) {
  const { rows } = await db.rawQuery(
    `select 'reserved and taken' as fault from poste_sessions s join reservations r on r.poste_id = s.poste_id
      where s.site_id = :site and r.closed_at is null and s.ends_at > r.starts_at
    union all select 'reserved twice' from reservations a join reservations b on b.poste_id = a.poste_id and b.id > a.id
      where a.site_id = :site and a.closed_at is null and b.closed_at is null
        and a.starts_at < b.ends_at and b.starts_at < a.ends_at
    union all select 'at two postes' from reservations a join reservations b on b.visitor_id = a.visitor_id and b.id > a.id
      where a.site_id = :site and a.closed_at is null and b.closed_at is null
        and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
    { site: site.id }
  )
  return rows
}

test.group('Reservations at the same time', () => {
  test('ten desks reserve the same poste: one does; any poste: as many as there are', async ({ assert }) => {
    const site = await aSite()
    const postes = await Promise.all(times(4, () => aPoste(site)))
    const same = times(10, (i) => () => reserved(site, postes[0], [60 + i, 120 + i], at(0)))
    assert.equal(await atOnce(assert, same), 1)
    const any = times(10, () => () => reserved(site, null, [60, 120], at(0)))
    assert.equal(await atOnce(assert, any), 3)
    assert.deepEqual(await violations(site), [])
  })

  test('a poste is given and reserved at once: one of the two is done', async ({ assert }) => {
    const site = await aSite()
    const postes = await Promise.all(times(8, () => aPoste(site)))
    for (const poste of postes) {
      const works = [
        () => site.lend({ visitorId: null, posteId: poste.id, minutes: 90, started: true }, at(0)),
        () => reserved(site, poste, [60, 120], at(0)),
      ]
      assert.equal(await atOnce(assert, works), 1)
    }
    assert.deepEqual(await violations(site), [])
  })

  test('time is added, asked for and moved while its poste is reserved: what was first holds', async ({ assert }) => {
    const site = await aSite()
    const [here, there] = [await aPoste(site), await aPoste(site)]
    const session = await running(site, here, 50, at(0))
    const works = [
      ...times(5, () => () => session.addTime(20, at(1))),
      ...times(5, (i) => () => reserved(site, i % 2 ? here : there, [60 + i, 90], at(1))),
      ...times(4, (i) => () => session.move(i % 2 ? here.id : there.id, at(1))),
    ]
    await atOnce(assert, works)
    assert.deepEqual(await violations(site), [])
  })

  test('one person reserves at two desks: they are at one poste', async ({ assert }) => {
    const site = await aSite()
    const postes = await Promise.all(times(4, () => aPoste(site)))
    const ana = await aVisitor(site)
    const make = (posteId: number) => site.reserve({ visitorId: ana.id, posteId, startsAt: at(60).at, minutes: 30 }, at(0))
    assert.equal(
      await atOnce(
        assert,
        postes.map(
          ({ id }) =>
            () =>
              make(id)
        )
      ),
      1
    )
    assert.deepEqual(await violations(site), [])
  })

  test('somebody comes, is given up and cancels at once: one of it is', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const one = await reserved(site, poste, [60, 120], at(0))
    const works = [
      ...times(3, () => () => one.honour(at(69))),
      () => one.cancel('desk', at(69)),
      () => one.rearrange({ posteId: poste.id, startsAt: at(180).at, minutes: 30 }, at(69)),
      () => meetDeadlines(at(70)),
    ]
    await atOnce(assert, works)
    await one.refresh()
    const lent = await db.from('poste_sessions').where('site_id', site.id)
    assert.lengthOf(lent, one.outcome === 'honoured' ? 1 : 0)
    assert.deepEqual(await violations(site), [])
    const closings = await db.from('audit_events').where('object_type', 'reservation').where('object_id', one.id)
    const ends = closings.filter(({ action }) => /honoured|cancelled|released/.test(action))
    assert.lengthOf(ends, one.outcome ? 1 : 0)
  })

  test('a site closes while its postes are reserved: nothing is left on that day', async ({ assert }) => {
    const site = await aSite()
    await Promise.all(times(6, () => aPoste(site)))
    const guests = await Promise.all(times(12, () => aGuest(site)))
    const day = NOON.toISODate()!
    const closed = { startsOn: DateTime.fromISO(day, { zone: 'utc' }), endsOn: DateTime.fromISO(day, { zone: 'utc' }) }
    const makes = guests.map(
      ({ id }) =>
        () =>
          site.reserve({ visitorId: id, startsAt: at(60).at, minutes: 30 }, at(0))
    )
    await atOnce(assert, [...makes.slice(0, 6), () => site.closeOn(closed, at(0)), ...makes.slice(6)])
    assert.lengthOf(await site.related('reservations').query().whereNull('closed_at'), 0)
  })

  test('a poste is retired while it is reserved: nobody comes for it', async ({ assert }) => {
    const site = await aSite()
    const postes = await Promise.all(times(3, () => aPoste(site)))
    const works = times(6, (i) => () => reserved(site, postes[i % 3], [60 * i + 60, 60 * i + 90], at(0)))
    await atOnce(assert, [...works.slice(0, 3), () => postes[0].retire(at(0)), ...works.slice(3), () => postes[1].retire(at(0))])
    const left = await site.related('reservations').query().whereNull('closed_at')
    assert.isEmpty(left.filter(({ posteId }) => posteId !== postes[2].id))
    assert.deepEqual(await violations(site), [])
  })
})
