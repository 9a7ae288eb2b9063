import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aPoste, aSite, atDesk, issued, running } from '#database/factories/postes/sites'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'
import { settings } from '#services/settings'
import { assertRefused } from '#tests/support/fair'
import { START, at, room, usedBy } from '#tests/support/poste_room'

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

  test('is not that a session stands still when its code is too old: as long as a code that is given then', async ({ assert }) => {
    const site = await aSite({ codeHours: 1 })
    const [suspended, cut] = [await running(site, await aPoste(site), 120, at(0)), await running(site, await aPoste(site), 120, at(0))]
    await suspended.suspend(at(90))
    await cut.cut(at(89).at, at(90))
    await meetDeadlines(at(149))
    for (const session of [suspended, cut]) assert.deepEqual([(await session.refresh()).endedAt, session.reason], [null, null])
    await suspended.resume(at(149))
    await cut.start(at(149))
    assert.equal((await suspended.refresh()).endsAt!.toMillis(), START.plus({ minutes: 179 }).toMillis())
    assert.equal((await cut.refresh()).endsAt!.toMillis(), START.plus({ minutes: 180 }).toMillis())
    await suspended.suspend(at(150))
    await meetDeadlines(at(210))
    assert.equal((await suspended.refresh()).reason, 'expired')
  })

  test('of one that stands still is the end of the day at the latest, or later where that is past', async ({ assert }) => {
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '18:00' }))
    const site = await aSite({ codeHours: 4 }, hours)
    const day = (hour: number, minute = 0) => atDesk(START.setZone(settings().zone).set({ hour, minute, second: 0 }))
    const session = await running(site, await aPoste(site), 240, day(10))
    for (const [when, until, again] of [
      [day(11), day(15), day(15, 20)],
      [day(15, 30), day(18), day(18)],
      [day(18, 10), day(22, 10), day(18, 10)],
    ]) {
      await session.suspend(when)
      assert.equal((await session.refresh()).codeExpiresAt.toMillis(), until.at.toMillis())
      await session.resume(again)
    }
  })

  test('PPM-B11: one that stood still until its code was too old was used all the same', async ({ assert }) => {
    const site = await aSite({ codeHours: 1 })
    const [suspended, cut] = [await running(site, await aPoste(site), 50, at(0)), await running(site, await aPoste(site), 50, at(0))]
    await suspended.suspend(at(20))
    await cut.cut(at(10).at, at(11))
    await meetDeadlines(at(70))
    for (const session of [suspended, cut]) assert.isNull((await session.refresh()).endedAt)
    await meetDeadlines(at(71))
    await meetDeadlines(at(80))
    for (const [session, used, over] of [
      [suspended, 20, 80],
      [cut, 10, 71],
    ] as const) {
      assert.equal((await session.refresh()).reason, 'expired')
      assert.equal(session.endedAt!.toMillis(), START.plus({ minutes: over }).toMillis())
      assert.equal(await usedBy(session), used * 60)
    }
    // A code that nobody typed is something else, and the database knows it.
    await assert.rejects(() => db.rawQuery(`update poste_sessions set reason = 'unused' where id = ?`, [cut.id]), /unused_check/)
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
