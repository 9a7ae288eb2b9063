import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aGuest, aPoste, aSite, atDesk, aVisitor, issued, running } from '#database/factories/postes/sites'
import { deskOf } from '#models/postes/desk'
import { expectedWaits } from '#models/postes/expected_waits'
import { deskWall } from '#models/postes/wall'
import { closeOldPlaces } from '#models/postes/ticket_line'
import { settings } from '#services/settings'
import { assertRefused } from '#tests/support/fair'

const START = DateTime.utc().set({ millisecond: 0 })
const at = (minutes: number) => atDesk(START.plus({ minutes }))

test.group('How long a line waits', () => {
  test('the k-th of the line takes the k-th poste that is free, then what those before leave', ({ assert }) => {
    assert.deepEqual(expectedWaits([600, 60, 1800], [3600, 3600, 3600]), [60, 600, 1800])
    assert.deepEqual(expectedWaits([100], [60, 30, 10]), [100, 160, 190])
    assert.deepEqual(expectedWaits([0, 0], [60, 60, 60]), [0, 0, 60])
    assert.deepEqual(expectedWaits([600, 30], [60, 60]), [30, 90])
    assert.deepEqual(expectedWaits([], [60, 60]), [null, null])
    assert.deepEqual(expectedWaits([5], []), [])
  })

  test('is told from what is really left of the sessions, a stopped one included', async ({ assert }) => {
    const site = await aSite()
    const [first, second, third] = [await aPoste(site), await aPoste(site), await aPoste(site)]
    await running(site, first, 40, at(0))
    const stopped = await running(site, second, 30, at(0))
    await stopped.suspend(at(5))
    await third.maintain(null, at(0))
    for (const minutes of [60, 20, 30]) await site.queue(null, minutes, at(10))
    const { line } = await deskOf(site, at(10).at)
    // 25 minutes are left of the one that is stopped, 30 of the one that runs.
    const waits = line.map(({ expectedAt }) => (expectedAt!.getTime() - at(10).at.toMillis()) / 60_000)
    assert.deepEqual(waits, [25, 30, 50])
  })
})

test.group('Places in the line', () => {
  test('have the numbers of the day, and go on the next day from 1', async ({ assert }) => {
    const site = await aSite()
    const numbers = []
    for (const days of [0, 0, 1]) numbers.push((await site.queue(null, 30, atDesk(START.plus({ days })))).number)
    assert.deepEqual(numbers, [1, 2, 1])
  })

  test('are for who may have a poste, once', async ({ assert }) => {
    const site = await aSite()
    const poste = await aPoste(site)
    const ana = await aVisitor(site)
    await site.takeTicket(ana.id, 30, at(0))
    await assertRefused(assert, () => site.takeTicket(ana.id, 30, at(1)), 'counter.refusals.waits_already')
    const session = await issued(site, poste, 30, at(1))
    await assertRefused(assert, () => site.takeTicket(session.visitorId, 30, at(1)), 'postes.refusals.visitor_busy')
    await assertRefused(assert, () => site.queue(null, 0, at(1)), 'postes.refusals.minutes')
    const elsewhere = await aGuest(await aSite())
    await assertRefused(assert, () => site.takeTicket(elsewhere.id, 30, at(1)), 'postes.refusals.visitor_unknown')
  })

  test('a refused guest is not made', async ({ assert }) => {
    const site = await aSite()
    await assertRefused(assert, () => site.lend({ visitorId: null, minutes: 30 }, at(0)), 'postes.refusals.none_free')
    assert.lengthOf(await db.from('visitors').where('site_id', site.id), 0)
  })

  test('are called in turn, given a poste, and over then', async ({ assert }) => {
    const site = await aSite()
    const [one, two] = [await site.queue(null, 30, at(0)), await site.queue(null, 45, at(1))]
    await assertRefused(assert, () => one.close('absent', at(1)), 'counter.refusals.not_called')
    assert.equal((await site.callNext(at(2))).id, one.id)
    assert.deepEqual(
      (await deskWall(site, at(2).at)).calls.map(({ number, poste }) => ({ number, poste })),
      [{ number: 1, poste: null }]
    )
    await assertRefused(assert, () => one.serve(null, at(2)), 'postes.refusals.none_free')
    const poste = await aPoste(site)
    const session = await one.serve(null, at(3))
    assert.deepEqual([session.posteId, session.grantedSeconds], [poste.id, 1800])
    assert.equal((await one.refresh()).outcome, 'served')
    assert.deepEqual(
      (await deskWall(site, at(4).at)).calls.map(({ poste: name }) => name),
      [poste.name]
    )
    await assertRefused(assert, () => one.serve(null, at(3)), 'counter.refusals.ticket_closed')
    assert.equal((await site.callNext(at(4))).id, two.id)
    await two.close('absent', at(5))
    await assertRefused(assert, () => two.call(at(6)), 'counter.refusals.ticket_closed')
    await assertRefused(assert, () => site.callNext(at(6)), 'counter.refusals.nobody_waits')
  })

  test('are over with their day, or where it never closes after as long as a code there', async ({ assert }) => {
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '18:00' }))
    const [daily, always] = [await aSite({}, hours), await aSite({ codeHours: 6 })]
    const late = START.setZone(settings().zone).set({ hour: 17, minute: 50, second: 0 })
    const [called, waiting] = [await daily.queue(null, 30, atDesk(late)), await daily.queue(null, 30, atDesk(late))]
    await called.call(atDesk(late))
    const night = await always.queue(null, 30, atDesk(late.set({ hour: 23, minute: 0 })))
    const ended = async () => (await Promise.all([called, waiting, night].map((one) => one.refresh()))).map(({ outcome }) => outcome)
    const midnight = late.endOf('day')
    await closeOldPlaces(atDesk(midnight))
    assert.deepEqual(await ended(), [null, null, null])
    // Twice is once.
    for (let times = 0; times < 2; times++) await closeOldPlaces(atDesk(midnight.plus({ minutes: 5 })))
    assert.deepEqual(await ended(), ['absent', 'absent', null])
    await closeOldPlaces(atDesk(midnight.plus({ hours: 5, minutes: 1 })))
    assert.deepEqual(await ended(), ['absent', 'absent', 'absent'])
    assert.equal(called.closedBy, 'system')
    const lines = await db.from('audit_events').where({ action: 'postes.ticket.expired', site_id: daily.id }).orderBy('id')
    assert.deepEqual(
      lines.map(({ object_id: id, changes }) => [id, changes.number]),
      [
        [called.id, 1],
        [waiting.id, 2],
      ]
    )
    assert.deepEqual([(await deskOf(daily, midnight)).line.length, (await deskWall(daily, midnight)).calls.length], [0, 0])
    await daily.takeTicket(waiting.visitorId, 30, atDesk(midnight.plus({ hours: 12 })))
  })

  test('are over when a code is given in another way', async ({ assert }) => {
    const site = await aSite()
    await aPoste(site)
    const ticket = await site.queue(null, 30, at(0))
    await site.issue({ visitorId: ticket.visitorId, minutes: 15 }, at(1))
    assert.equal((await ticket.refresh()).outcome, 'served')
    assert.lengthOf((await deskOf(site, at(1).at)).line, 0)
  })
})
