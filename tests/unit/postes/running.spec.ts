import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aGuest, aPoste, aSite, aStation, atDesk, aVisitor, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import type PosteSession from '#models/postes/poste_session'
import { assertRefused } from '#tests/support/fair'

const START = DateTime.utc().set({ millisecond: 0 })
const at = (minutes: number, seconds = 0) => atDesk(START.plus({ minutes, seconds }))

/** What was used (s), as the runs tell it. */
async function usedBy(session: PosteSession) {
  const { rows } = await db.rawQuery(
    'select coalesce(sum(extract(epoch from ended_at - started_at)), 0)::float8 as used from poste_runs where poste_session_id = ?',
    [session.id]
  )
  return rows[0].used as number
}

async function room() {
  const site = await aSite()
  const [first, second] = [await aPoste(site), await aPoste(site)]
  return { site, first, second }
}

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

  test('one whose time ended unheard of gets back what its poste could not give', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    const session = await running(site, first, 30, at(0))
    await station.merge({ seenAt: START.plus({ minutes: 10 }) }).save()
    await meetDeadlines(at(31))
    await session.refresh()
    assert.equal(session.reason, 'time')
    await session.restore(at(35))
    await session.resume(at(36))
    await session.refresh()
    assert.equal(session.endsAt!.toMillis(), START.plus({ minutes: 56 }).toMillis())
    await assertRefused(assert, () => session.restore(at(37)), 'postes.refusals.nothing_lost')
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

test.group('The end of a session', () => {
  test('PPM-B11: a code that nobody typed dies, and its poste is free', async ({ assert }) => {
    const site = await aSite({ codeHours: 1 })
    const poste = await aPoste(site)
    const session = await issued(site, poste, 30, at(0))
    await meetDeadlines(at(59))
    assert.isNull((await session.refresh()).endedAt)
    await meetDeadlines(at(60))
    assert.equal((await session.refresh()).reason, 'unused')
    await issued(site, poste, 30, at(61))
  })

  test('is waited for, with the warnings before it, each said once', async ({ assert }) => {
    const { site, first } = await room()
    const session = await running(site, first, 10, at(0))
    const next = async () => (await nextDeadline())!.getTime() - START.toMillis()
    const told = async () =>
      (await db.from('poste_warnings').where('poste_session_id', session.id).orderBy('threshold')).map((row) => row.threshold)
    assert.equal(await next(), 5 * 60_000)
    for (let times = 0; times < 2; times++) await meetDeadlines(at(5))
    assert.deepEqual(await told(), [300])
    assert.equal(await next(), 8 * 60_000)
    // PPM-B9: late, only the nearest is said.
    await meetDeadlines(at(9, 31))
    assert.deepEqual(await told(), [30, 300])
    await session.addTime(1, at(9, 35))
    await meetDeadlines(at(9, 35))
    assert.deepEqual(await told(), [30, 120, 300])
  })

  test('PPM-B28: an extension is answered once, and adds its time once', async ({ assert }) => {
    const { site, first } = await room()
    const session = await running(site, first, 30, at(0))
    for (let times = 0; times < 2; times++) await session.askForTime(15, at(20))
    const [extension, ...more] = await db.from('extensions').where('poste_session_id', session.id)
    assert.isEmpty(more)
    await session.answerExtension(extension.id, true, at(21), 'Avec plaisir.')
    await assertRefused(assert, () => session.answerExtension(extension.id, false, at(22)), 'postes.refusals.extension_answered')
    assert.equal((await session.refresh()).endsAt!.toMillis(), START.plus({ minutes: 45 }).toMillis())
    for (const minutes of [4, 61]) await assertRefused(assert, () => session.askForTime(minutes, at(23)), 'postes.refusals.minutes_asked')
    await session.askForTime(5, at(23))
    await session.end('desk', at(24))
    const [, second] = await db.from('extensions').where('poste_session_id', session.id).orderBy('id')
    assert.equal(second.answer, 'expired')
    await assertRefused(assert, () => session.answerExtension(second.id, true, at(25)), 'postes.refusals.extension_answered')
  })
})

test.group('A code is given', () => {
  test('PPM-B3: within the day’s limit and to somebody who has none', async ({ assert }) => {
    const site = await aSite({ sessionsPerDay: 2 })
    const poste = await aPoste(site)
    const ana = await aVisitor(site, 'Ana')
    const give = () => site.issue({ visitorId: ana.id, minutes: 10 }, atDesk())
    const first = await give()
    await assertRefused(assert, give, 'postes.refusals.visitor_busy')
    // One that never began is not one of the day's.
    await first.end('desk', atDesk())
    for (let times = 0; times < 2; times++) {
      const session = await give()
      await session.start(atDesk())
      await session.end('visitor', atDesk())
    }
    await assertRefused(assert, give, 'postes.refusals.day_limit')
    for (const minutes of [0, 241, 500, 1.5])
      await assertRefused(assert, () => site.issue({ visitorId: ana.id, posteId: poste.id, minutes }, atDesk()), 'postes.refusals.minutes')
  })

  test('to nobody of another site, nor who has been forgotten, nor on a poste in maintenance', async ({ assert }) => {
    const [site, other] = [await aSite(), await aSite()]
    const [poste, elsewhere] = [await aPoste(site), await aPoste(other)]
    const stranger = await aVisitor(other)
    const guest = await aGuest(site)
    await assertRefused(assert, () => site.issue({ visitorId: stranger.id, minutes: 5 }, atDesk()), 'postes.refusals.visitor_unknown')
    const issue = (posteId?: number) => () => site.issue({ visitorId: guest.id, posteId, minutes: 5 }, atDesk())
    await assertRefused(assert, issue(elsewhere.id), 'postes.refusals.poste_unknown')
    await poste.maintain('Écran', atDesk())
    await assertRefused(assert, issue(poste.id), 'postes.refusals.poste_maintained')
    await assertRefused(assert, issue(), 'postes.refusals.none_free')
    await poste.endMaintenance(atDesk())
    assert.equal((await issue()()).posteId, poste.id)
  })

  test('to somebody known by name once they have agreed, where the site asks for it', async ({ assert }) => {
    const site = await aSite({ mode: 'identified' })
    await aPoste(site)
    const ana = await aVisitor(site, 'Ana')
    const give = () => site.issue({ visitorId: ana.id, minutes: 10 }, atDesk())
    await assertRefused(assert, give, 'postes.refusals.no_consent')
    await ana.consent('2026-1', atDesk())
    assert.lengthOf((await give()).code!, 6)
  })
})

test.group('A code is typed', () => {
  test('PPM-B10: unknown, expired, used or of another poste, the answer is the same', async ({ assert }) => {
    const { site, first, second } = await room()
    const { station } = await aStation(first)
    const [here, there] = [await issued(site, first, 10, at(0)), await issued(site, second, 10, at(0))]
    const code = here.code!
    for (const [i, typed] of ['ZZZZZZ', '', 'O0I1', '<script>', there.code!].entries())
      await assertRefused(assert, () => station.enter(typed, at(i * 2)), 'postes.refusals.code')
    const opened = await station.enter(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`, at(30))
    assert.equal(opened.id, here.id)
    await opened.end('visitor', at(31))
    await assertRefused(assert, () => station.enter(code, at(32)), 'postes.refusals.code')
  })

  test('too often, one has to wait, longer each time; a code that opens ends it', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    const session = await issued(site, first, 10, at(0))
    for (let times = 0; times < 3; times++) await assertRefused(assert, () => station.enter('ZZZZZZ', at(0, times)), 'postes.refusals.code')
    await assertRefused(assert, () => station.enter(session.code!, at(0, 3)), 'postes.refusals.code_wait')
    await assertRefused(assert, () => station.enter('ZZZZZZ', at(0, 5)), 'postes.refusals.code')
    await assertRefused(assert, () => station.enter('ZZZZZZ', at(0, 8)), 'postes.refusals.code_wait')
    await station.enter(session.code!, at(0, 10))
    assert.isNull(await station.opensAgainAt(at(0, 11)))
  })

  test('ten that open nothing alert the desk', async ({ assert }) => {
    const { site, first } = await room()
    const { station } = await aStation(first)
    await issued(site, first)
    for (let times = 0; times < 10; times++) await assertRefused(assert, () => station.enter('ZZZZZZ', at(times)), 'postes.refusals.code')
    const news = await db.from('notifications').where('about', `failures:${station.id}`)
    assert.isNotEmpty(news)
  })
})
