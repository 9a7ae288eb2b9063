import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, atDesk, aVisitor, issued, reserved, running } from '#database/factories/postes/sites'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import Reservation from '#models/postes/reservation'
import { settings } from '#services/settings'
import { assertRefused } from '#tests/support/fair'

/** A Tuesday morning. */
const START = DateTime.fromISO('2031-03-04T09:00', { zone: settings().zone })
const at = (minutes: number) => atDesk(START.plus({ minutes }))
const instant = (minutes: number) => START.plus({ minutes })

async function room() {
  const site = await aSite()
  return { site, first: await aPoste(site, { name: 'Poste A' }), second: await aPoste(site, { name: 'Poste B' }) }
}

test.group('A reservation', () => {
  test('keeps a poste from one time to another, and the next begins where it ends', async ({ assert }) => {
    const { site, first } = await room()
    const one = await reserved(site, first, [60, 120], at(0))
    assert.deepEqual([one.posteId, one.minutes, one.outcome], [first.id, 60, null])
    const overlapping = [
      [90, 150],
      [30, 61],
      [70, 80],
      [59, 200],
    ] as const
    for (const [from, to] of overlapping)
      await assertRefused(assert, () => reserved(site, first, [from, to], at(0)), 'reservations.refusals.poste_booked')
    for (const [from, to] of [
      [120, 150],
      [30, 60],
    ] as const)
      await reserved(site, first, [from, to], at(0))
    assert.lengthOf(await site.related('reservations').query(), 3)
  })

  test('is of a poste that is free then when nobody says which, else of the first time at which one is', async ({ assert }) => {
    const { site, first, second } = await room()
    await running(site, first, 90, at(0))
    await reserved(site, second, [60, 120], at(0))
    assert.equal((await reserved(site, null, [30, 60], at(0))).posteId, second.id)
    assert.equal((await reserved(site, null, [90, 120], at(0))).posteId, first.id)
    await assertRefused(assert, () => reserved(site, null, [100, 130], at(0)), 'reservations.refusals.none_later', {
      hour: '11',
      minute: '00',
    })
    await assertRefused(assert, () => reserved(site, first, [60, 80], at(0)), 'reservations.refusals.poste_taken', {
      hour: '10',
      minute: '30',
    })
  })

  test('is within the rules of the site', async ({ assert }) => {
    const { site, first } = await room()
    const refused = (from: number, to: number, sentence: string) =>
      assertRefused(assert, () => reserved(site, first, [from, to], at(0)), sentence)
    await refused(-10, 10, 'reservations.refusals.past')
    await refused(10, 10 + site.maxMinutes + 1, 'postes.refusals.minutes')
    await refused(15 * 1440, 15 * 1440 + 30, 'reservations.refusals.too_far')
    await reserved(site, first, [14 * 1440, 14 * 1440 + 30], at(0))
    await refused(14 * 60 + 50, 15 * 60 + 10, 'reservations.refusals.closed')
    await site.configure({ name: site.name, mode: site.mode, reservationDays: 0 }, at(0))
    await refused(30, 60, 'reservations.refusals.off')
    const elsewhere = await aPoste(await aSite())
    await site.configure({ name: site.name, mode: site.mode, reservationDays: 1 }, at(0))
    await assertRefused(assert, () => reserved(site, elsewhere, [30, 60], at(0)), 'postes.refusals.poste_unknown')
    await first.maintain(null, at(0))
    await refused(30, 60, 'postes.refusals.poste_maintained')
    await reserved(site, first, [1440, 1470], at(0))
  })

  test('is while the site is open', async ({ assert }) => {
    const morning = { weekday: 2, opensAt: '09:00', closesAt: '12:00' }
    const site = await aSite({}, [morning, { ...morning, weekday: 3 }])
    const poste = await aPoste(site)
    await site.closeOn({ startsOn: DateTime.utc(2031, 3, 5), endsOn: DateTime.utc(2031, 3, 5) }, at(0))
    await reserved(site, poste, [150, 180], at(0))
    await assertRefused(assert, () => reserved(site, poste, [165, 195], at(0)), 'reservations.refusals.closed', { hours: '09:00–12:00' })
    for (const day of [1, 2])
      await assertRefused(
        assert,
        () => reserved(site, poste, [day * 1440 + 60, day * 1440 + 90], at(0)),
        'reservations.refusals.closed_day'
      )
  })

  test('counts in the sessions of its day, and one person is not at two postes', async ({ assert }) => {
    const { site, first, second } = await room()
    await site.configure({ name: site.name, mode: site.mode, sessionsPerDay: 2 }, at(0))
    const ana = await aVisitor(site)
    const make = (from: number, to: number, posteId = first.id) =>
      site.reserve({ visitorId: ana.id, posteId, startsAt: instant(from), minutes: to - from }, at(0))
    const morning = await make(60, 120)
    await assertRefused(assert, () => make(90, 150, second.id), 'reservations.refusals.visitor_booked')
    const session = await site.issue({ visitorId: ana.id, posteId: second.id, minutes: 30, started: true }, at(0))
    await session.end('visitor', at(10))
    await assertRefused(assert, () => make(180, 240), 'reservations.refusals.day_limit', { had: 1, reserved: 1, most: 2 })
    await assertRefused(assert, () => site.issue({ visitorId: ana.id, minutes: 30 }, at(20)), 'reservations.refusals.day_limit')
    await make(1440, 1500)
    await morning.cancel('visitor', at(20))
    await make(180, 240)
  })

  test('needs the consent of who is known by name', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    await aPoste(site)
    const ana = await aVisitor(site, 'Ana', { email: 'a@example.net' })
    const make = () => site.reserve({ visitorId: ana.id, startsAt: instant(60), minutes: 30 }, at(0))
    await assertRefused(assert, make, 'postes.refusals.no_consent')
    await ana.consent('1', at(0))
    await make()
    const stranger = await aVisitor(await aSite())
    const elsewhere = () => site.reserve({ visitorId: stranger.id, startsAt: instant(60), minutes: 30 }, at(0))
    await assertRefused(assert, elsewhere, 'postes.refusals.visitor_unknown')
  })

  test('is moved, made longer, or nothing at all when the same is said again', async ({ assert }) => {
    const { site, first, second } = await room()
    const one = await reserved(site, first, [60, 120], at(0))
    await reserved(site, second, [60, 180], at(0))
    const said = async () => Number((await db.from('audit_events').where('object_id', one.id).count('* as n'))[0].n)
    const before = await said()
    await one.rearrange({ posteId: first.id, startsAt: one.startsAt, minutes: 60 }, at(1))
    assert.equal(await said(), before)
    await one.rearrange({ posteId: first.id, startsAt: instant(90), minutes: 60 }, at(1))
    assert.equal((await one.refresh()).startsAt.toMillis(), instant(90).toMillis())
    const there = () => one.rearrange({ posteId: second.id, startsAt: instant(90), minutes: 60 }, at(1))
    await assertRefused(assert, there, 'reservations.refusals.poste_booked')
    await one.rearrange({ posteId: null, startsAt: instant(90), minutes: 120 }, at(1))
    assert.equal((await one.refresh()).minutes, 120)
    // Whoever is awaited is given another poste although the hour has come.
    await site
      .related('reservations')
      .query()
      .where('poste_id', second.id)
      .update({ ends_at: instant(61).toJSDate() })
    await one.rearrange({ posteId: second.id, startsAt: instant(90), minutes: 120 }, at(92))
    assert.equal((await one.refresh()).posteId, second.id)
    await one.cancel('desk', at(93))
    await assertRefused(assert, () => one.cancel('desk', at(93)), 'reservations.refusals.closed_cancelled')
    await assertRefused(assert, there, 'reservations.refusals.closed_cancelled')
  })
})

test.group('A poste that is reserved', () => {
  test('is given until then at the most', async ({ assert }) => {
    const { site, first, second } = await room()
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
    const { site, first, second } = await room()
    await reserved(site, first, [30, 60], at(0))
    assert.equal((await site.lend({ visitorId: null, minutes: 31 }, at(0))).posteId, second.id)
    assert.equal((await site.lend({ visitorId: null, minutes: 30 }, at(0))).posteId, first.id)
  })

  test('is not lent for longer than that by more time, a request, or a move', async ({ assert }) => {
    const { site, first, second } = await room()
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
    const { site, first, second } = await room()
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
    const { site, first } = await room()
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

test.group('Whoever has reserved', () => {
  test('is given a code for as long, a little early or late, until the next one comes', async ({ assert }) => {
    const { site, first, second } = await room()
    const one = await reserved(site, first, [60, 120], at(0))
    await assertRefused(assert, () => one.honour(at(29)), 'reservations.refusals.early', { hour: '10', minute: '00' })
    const early = await one.honour(at(30))
    assert.deepEqual([early.posteId, early.grantedSeconds, early.visitorId], [first.id, 3600, one.visitorId])
    await one.refresh()
    assert.deepEqual([one.outcome, one.posteSessionId], ['honoured', early.id])
    await assertRefused(assert, () => one.honour(at(30)), 'reservations.refusals.closed_honoured')
    const two = await reserved(site, second, [60, 120], at(0))
    await reserved(site, second, [120, 180], at(0))
    assert.equal((await two.honour(at(69))).grantedSeconds, 51 * 60)
  })

  test('is not waited for after ten minutes, nor after the end', async ({ assert }) => {
    const { site, first, second } = await room()
    const [long, short] = [await reserved(site, first, [60, 120], at(0)), await reserved(site, second, [60, 65], at(0))]
    await meetDeadlines(at(64))
    assert.isNull((await short.refresh()).outcome)
    await assertRefused(assert, () => long.honour(at(70)), 'reservations.refusals.closed_absent')
    await meetDeadlines(at(65))
    assert.deepEqual([(await short.refresh()).outcome, (await long.refresh()).outcome], ['absent', null])
    assert.equal((await nextDeadline())!.getTime(), instant(70).toMillis())
    for (const now of [70, 71]) await meetDeadlines(at(now))
    assert.deepEqual([(await long.refresh()).outcome, long.closedAt!.toMillis()], ['absent', instant(70).toMillis()])
    const lines = await db.from('audit_events').where({ action: 'postes.reservation.released', object_id: long.id })
    assert.lengthOf(lines, 1)
    await assertRefused(assert, () => long.honour(at(72)), 'reservations.refusals.closed_absent')
    assert.equal((await site.lend({ visitorId: null, minutes: 60 }, at(72))).posteId, first.id)
  })

  test('keeps the place although a rule has changed meanwhile', async ({ assert }) => {
    const { site, first } = await room()
    const one = await reserved(site, first, [60, 120], at(0))
    await site.configure({ name: site.name, mode: site.mode, reservationDays: 0, maxMinutes: 30, defaultMinutes: 30 }, at(0))
    assert.equal((await one.honour(at(60))).grantedSeconds, 1800)
    assert.isNull(await Reservation.query().where('site_id', site.id).whereNull('closed_at').first())
  })
})
