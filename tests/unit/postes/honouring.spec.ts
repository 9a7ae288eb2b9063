import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { reserved, running } from '#database/factories/postes/sites'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import { deskOf } from '#models/postes/desk'
import Reservation from '#models/postes/reservation'
import { reservationSheet } from '#models/postes/reservation_sheet'
import { assertRefused } from '#tests/support/fair'
import { at, instant, twoPostes } from '#tests/support/reserving'

test.group('Whoever has reserved', () => {
  test('is given a code for as long, a little early or late, until the next one comes', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
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

  test('has another poste that is free while theirs is in maintenance, in one gesture that says so', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
    const one = await reserved(site, first, [60, 120], at(0))
    const [grid, sheet] = [
      async (minutes: number) => (await deskOf(site, instant(minutes))).postes[0],
      () => reservationSheet(site, one, instant(60)),
    ]
    assert.deepEqual([(await grid(30)).awaits, (await sheet()).elsewhere], [true, false])
    await first.maintain('Clavier cassé', at(20))
    assert.deepEqual([(await grid(29)).awaits, (await grid(30)).awaits, (await grid(30)).state], [false, true, 'maintenance'])
    assert.isTrue((await sheet()).elsewhere)
    const taken = await running(site, second, 60, at(0))
    await assertRefused(assert, () => one.honour(at(59)), 'postes.refusals.none_free')
    assert.isNull((await one.refresh()).outcome)
    await taken.end('desk', at(59))
    const next = await reserved(site, second, [31, 61], at(59))
    await assertRefused(assert, () => one.honour(at(60)), 'reservations.refusals.none_for', { minutes: 30 })
    await next.cancel('desk', at(60))
    const session = await one.honour(at(60))
    assert.deepEqual([session.posteId, session.grantedSeconds, session.visitorId], [second.id, 3600, one.visitorId])
    assert.deepEqual([(await one.refresh()).outcome, one.posteSessionId], ['honoured', session.id])
    assert.isFalse((await grid(60)).awaits)
  })

  test('is not waited for after ten minutes, nor after the end', async ({ assert }) => {
    const { site, first, second } = await twoPostes()
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
    const { site, first } = await twoPostes()
    const one = await reserved(site, first, [60, 120], at(0))
    await site.configure({ name: site.name, mode: site.mode, reservationDays: 0, maxMinutes: 30, defaultMinutes: 30 }, at(0))
    assert.equal((await one.honour(at(60))).grantedSeconds, 1800)
    assert.isNull(await Reservation.query().where('site_id', site.id).whereNull('closed_at').first())
  })
})
