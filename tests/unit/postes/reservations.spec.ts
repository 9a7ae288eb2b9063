import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aPoste, aSite, aVisitor, reserved, running } from '#database/factories/postes/sites'
import { assertRefused } from '#tests/support/fair'
import { at, instant, twoPostes } from '#tests/support/reserving'

test.group('A reservation', () => {
  test('keeps a poste from one time to another, and the next begins where it ends', async ({ assert }) => {
    const { site, first } = await twoPostes()
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
    const { site, first, second } = await twoPostes()
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
    const { site, first } = await twoPostes()
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
    const { site, first, second } = await twoPostes()
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
    const { site, first, second } = await twoPostes()
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
