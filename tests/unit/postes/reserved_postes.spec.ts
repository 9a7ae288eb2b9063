import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, issued, reserved, running } from '#database/factories/postes/sites'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import { deskOf } from '#models/postes/desk'
import { stationView } from '#models/postes/station_view'
import { assertRefused } from '#tests/support/fair'
import { START, at, instant, twoPostes } from '#tests/support/reserving'

test.group('A poste that is reserved', () => {
  test('is given until then at the most', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    await second.retire(at(0))
    await reserved(site, first, [60, 120], at(0))
    const minutes = { minutes: 60, hour: '10', minute: '00' }
    await assertRefused(assert, () => issued(site, first, 61, at(0)), 'reservations.refusals.shorter', minutes)
    await assertRefused(assert, () => site.lend({ visitorId: null, minutes: 61 }, at(0)), 'reservations.refusals.none_for', { minutes: 60 })
    for (const now of [59.5, 65]) {
      await assertRefused(assert, () => issued(site, first, 1, at(now)), 'reservations.refusals.held')
      await assertRefused(assert, () => site.lend({ visitorId: null, minutes: 1 }, at(now)), 'postes.refusals.none_free')
    }
    const session = await issued(site, first, 60, at(0))
    await session.start(at(0))
    assert.equal((await session.refresh()).endsAt!.toMillis(), instant(60).toMillis())
  })

  test('is not the first free one for whoever needs it longer', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    await reserved(site, first, [30, 60], at(0))
    assert.equal((await site.lend({ visitorId: null, minutes: 31 }, at(0))).posteId, second.id)
    assert.equal((await site.lend({ visitorId: null, minutes: 30 }, at(0))).posteId, first.id)
  })

  test('is not lent for longer than that by more time, a request, or a move', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    const session = await running(site, first, 40, at(0))
    await reserved(site, first, [60, 120], at(0))
    const possible = { minutes: 20 }
    await assertRefused(assert, () => session.addTime(21, at(5)), 'reservations.refusals.extended', possible)
    await assertRefused(assert, () => session.askForTime(21, at(5)), 'reservations.refusals.extended', possible)
    await session.askForTime(20, at(5))
    await session.addTime(15, at(5))
    const [{ id }] = await db.from('extensions').where('poste_session_id', session.id)
    await assertRefused(assert, () => session.answerExtension(id, true, at(6)), 'reservations.refusals.extended', { minutes: 5 })
    const other = await running(site, second, 90, at(0))
    await session.end('desk', at(10))
    await assertRefused(assert, () => other.move(first.id, at(10)), 'reservations.refusals.shorter')
    await other.move(first.id, at(10)).catch(() => {})
    assert.equal((await other.refresh()).posteId, second.id)
    await other.suspend(at(10))
    await assertRefused(assert, () => other.move(first.id, at(11)), 'reservations.refusals.shorter')
  })

  test('ends what waits or stands still when it begins, and shortens what begins late', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    const third = await aPoste(site)
    const late = await issued(site, first, 60, at(0))
    const unused = await issued(site, second, 30, at(0))
    const stopped = await running(site, third, 30, at(0))
    for (const poste of [first, second, third]) await reserved(site, poste, [60, 120], at(0))
    await stopped.suspend(at(10))
    await late.start(at(45))
    assert.deepEqual([(await late.refresh()).grantedSeconds, late.endsAt!.toMillis()], [900, instant(60).toMillis()])
    await stopped.resume(at(55))
    assert.equal((await stopped.refresh()).endsAt!.toMillis(), instant(60).toMillis())
    await stopped.suspend(at(56))
    await assertRefused(assert, () => unused.start(at(59.5)), 'reservations.refusals.held')
    await meetDeadlines(at(59.9))
    assert.isNull((await unused.refresh()).endedAt)
    assert.equal((await nextDeadline())!.getTime(), instant(60).toMillis())
    await meetDeadlines(at(60))
    for (const session of [late, unused, stopped]) assert.isNotNull((await session.refresh()).endedAt)
    assert.deepEqual([late.reason, unused.reason, stopped.reason], ['time', 'unused', 'expired'])
  })

  test('is nobody’s twice, whatever a verb forgets', async ({ assert }) => {
    const { site, first } = await twoPostes()
    const session = await running(site, first, 60, at(0))
    const one = await reserved(site, first, [60, 120], at(0))
    const tries = [
      () =>
        db
          .from('poste_sessions')
          .where('id', session.id)
          .update({ ends_at: instant(61).toJSDate() }),
      () =>
        db
          .from('reservations')
          .where('id', one.id)
          .update({ starts_at: instant(59).toJSDate() }),
      () =>
        db.rawQuery(
          `insert into reservations (site_id, visitor_id, poste_id, starts_at, ends_at, made_at, made_by)
          select site_id, (select min(id) from visitors where site_id = r.site_id), poste_id, ends_at - interval '1 minute', ends_at + interval '1 hour', made_at, made_by
          from reservations r where id = ?`,
          [one.id]
        ),
    ]
    for (const attempt of tries) {
      await db.rawQuery('savepoint attempt')
      await assert.rejects(attempt, /reserved|conflicting key/)
      await db.rawQuery('rollback to savepoint attempt')
    }
  })
})

test.group('A poste that is soon somebody’s', () => {
  test('is shown as reserved half an hour before, at the desk and on its screen, and counted by those who wait', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    await second.maintain(null, at(0))
    const one = await reserved(site, first, [60, 120], at(0))
    const known = { id: 0, kind: 'page' as const, posteId: first.id, siteId: site.id }
    const seen = async (minutes: number) => {
      const { postes, counts, givable } = await deskOf(site, instant(minutes))
      const { reservedFrom } = await stationView(known, instant(minutes))
      return [postes[0].state, counts.free, givable.length, reservedFrom?.getTime() ?? null]
    }
    const from = instant(60).toMillis()
    await meetDeadlines(at(0))
    assert.deepEqual(await seen(29), ['unpaired', 1, 1, null])
    assert.equal((await nextDeadline())!.getTime(), instant(30).toMillis())
    await meetDeadlines(at(30))
    assert.isNotNull((await one.refresh()).shownAt)
    assert.deepEqual(await seen(30), ['reserved', 0, 1, from])
    assert.deepEqual(await seen(56), ['reserved', 0, 0, from])
    for (const minutes of [30, 90]) await site.queue(null, minutes, at(30))
    const { line } = await deskOf(site, instant(30))
    assert.deepEqual(
      line.map(({ expectedAt }) => (expectedAt!.getTime() - START.toMillis()) / 60_000),
      [30, 120]
    )
    await one.cancel('visitor', at(31))
    assert.deepEqual(await seen(31), ['unpaired', 1, 1, null])
  })

  test('may be given meanwhile to whoever waits, until then', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    await second.retire(at(0))
    await reserved(site, first, [60, 120], at(0))
    const ticket = await site.queue(null, 45, at(30))
    await assertRefused(assert, () => ticket.serve(null, at(30)), 'reservations.refusals.none_for', { minutes: 30 })
    assert.equal((await site.lend({ visitorId: null, posteId: first.id, minutes: 30 }, at(30))).grantedSeconds, 1800)
  })
})
