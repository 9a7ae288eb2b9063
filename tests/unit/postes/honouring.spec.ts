import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { reserved } from '#database/factories/postes/sites'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import Reservation from '#models/postes/reservation'
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
