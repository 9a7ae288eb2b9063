import { test } from '@japa/runner'
import { aGuest, aPoste, aSite, aStation, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines } from '#models/postes/deadlines'
import { recordBeats } from '#models/postes/presence'
import { assertRefused } from '#tests/support/fair'
import { START, at, beatOf, room, usedBy } from '#tests/support/poste_room'

test.group('The time of a poste session', () => {
  test('runs from the moment of the code to the second when it is used up', async ({ assert }) => {
    const { site, first } = await room()
    const session = await issued(site, first, 30, at(0))
    assert.isNull(session.endsAt)
    await session.start(at(10))
    await session.refresh()
    assert.equal(session.endsAt!.toMillis(), START.plus({ minutes: 40 }).toMillis())
    await meetDeadlines(at(39, 59))
    assert.isNull((await session.refresh()).endedAt)
    await meetDeadlines(at(40, 1))
    await session.refresh()
    assert.equal(session.endedAt!.toMillis(), START.plus({ minutes: 40 }).toMillis())
    assert.equal(session.reason, 'time')
    assert.equal(await usedBy(session), 1800)
  })

  test('PPM-B6: added time moves the end, however many add some at once', async ({ assert }) => {
    const { site, first } = await room()
    const session = await running(site, first, 30, at(0))
    for (const minutes of [15, 5]) await session.addTime(minutes, at(10))
    await session.refresh()
    assert.equal(session.endsAt!.toMillis(), START.plus({ minutes: 50 }).toMillis())
    assert.equal(session.addedSeconds, 1200)
    for (const minutes of [0, 121, 1.5])
      await assertRefused(assert, () => session.addTime(minutes, at(11)), 'postes.refusals.minutes_added')
    await assertRefused(assert, () => session.addTime(5, at(50)), 'postes.refusals.ended')
  })

  test('PPM-B12: stops while it is suspended, and the poste is still taken', async ({ assert }) => {
    const { site, first } = await room()
    const session = await running(site, first, 30, at(0))
    await session.suspend(at(10))
    await assertRefused(assert, () => session.suspend(at(11)), 'postes.refusals.not_running')
    await meetDeadlines(at(100))
    assert.isNull((await session.refresh()).endedAt)
    const guest = await aGuest(site)
    await assertRefused(
      assert,
      () => site.issue({ visitorId: guest.id, posteId: first.id, minutes: 5 }, at(20)),
      'postes.refusals.poste_taken'
    )
    await assertRefused(assert, () => first.maintain(null, at(20)), 'postes.refusals.poste_taken')
    await session.resume(at(100))
    await session.refresh()
    assert.equal(session.endsAt!.toMillis(), START.plus({ minutes: 120 }).toMillis())
    await session.end('desk', at(110), 'Merci de votre visite.')
    assert.equal(await usedBy(session), 1200)
  })

  test('goes on at another poste with the same code', async ({ assert }) => {
    const { site, first, second } = await room()
    const session = await running(site, first, 30, at(0))
    await session.move(second.id, at(10))
    await session.refresh()
    assert.equal(session.posteId, second.id)
    assert.equal(session.endsAt!.toMillis(), START.plus({ minutes: 30 }).toMillis())
    await running(site, first, 5, at(11))
    await assertRefused(assert, () => session.move(first.id, at(12)), 'postes.refusals.poste_taken')
    const elsewhere = await aPoste(await aSite())
    await assertRefused(assert, () => session.move(elsewhere.id, at(12)), 'postes.refusals.poste_unknown')
  })

  test('a power failure keeps the minutes in which nobody could use it', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    const session = await issued(site, first, 30, at(0))
    const code = session.code!
    await station.enter(code, at(0))
    await station.merge({ seenAt: START.plus({ minutes: 10 }) }).save()
    await session.cut(START, at(15))
    await meetDeadlines(at(40))
    const again = await station.enter(code.toLowerCase(), at(45))
    await again.refresh()
    assert.equal(again.id, session.id)
    assert.equal(again.endsAt!.toMillis(), START.plus({ minutes: 65 }).toMillis())
    assert.equal(again.grantedSeconds, 1800)
  })

  test('a power failure keeps them although the station, or the program beside it, spoke before it said so', async ({ assert }) => {
    const { site, first } = await room()
    const { station: page } = await aStation(first)
    const { station: program } = await aStation(first, 'agent')
    const session = await running(site, first, 30, at(0))
    const hear = (...moments: ReturnType<typeof at>[]) => Promise.all(moments.map((act) => recordBeats([beatOf(page, act)], act)))
    await hear(at(10))
    await recordBeats([beatOf(program, at(20))], at(20))
    await hear(at(20, 30))
    await session.cut(at(10).at, at(20, 31))
    assert.equal(await usedBy(session), 600)
    // Whoever says so again of minutes in which the station spoke gains none of them.
    await session.start(at(21))
    for (let seconds = 40; seconds <= 180; seconds += 10) await hear(at(20, seconds))
    await session.cut(START, at(23, 5))
    assert.equal(await usedBy(session), 600 + 120)
  })

  test('one whose time ended unheard of gets back what its poste could not give', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    const session = await running(site, first, 30, at(0))
    for (const moment of [at(10), at(45)]) await recordBeats([beatOf(station, moment)], moment)
    await meetDeadlines(at(46))
    await session.refresh()
    assert.equal(session.reason, 'time')
    await session.restore(at(50))
    await session.resume(at(51))
    await session.refresh()
    assert.equal(session.endsAt!.toMillis(), START.plus({ minutes: 71 }).toMillis())
    await assertRefused(assert, () => session.restore(at(52)), 'postes.refusals.nothing_lost')
  })

  test('ends once: nothing more can be done with it', async ({ assert }) => {
    const { site, first, second } = await room()
    const session = await running(site, first, 30, at(0))
    await session.end('visitor', at(5))
    for (const verb of [
      () => session.end('desk', at(6)),
      () => session.suspend(at(6)),
      () => session.resume(at(6)),
      () => session.addTime(5, at(6)),
      () => session.move(second.id, at(6)),
      () => session.start(at(6)),
      () => session.askForTime(15, at(6)),
    ])
      await assertRefused(assert, verb, 'postes.refusals.ended')
    await running(site, first, 5, at(7))
  })
})
