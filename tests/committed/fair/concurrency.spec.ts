import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { Refusal } from '#exceptions/refusal'
import { insideOf, interviewOf } from '#tests/support/fair'
import { violations } from '#tests/support/invariants'
import { person } from '#tests/support/agent'

/** Runs everything at once. @returns how many were done; whatever was not done was refused by a rule, never by an accident. */
async function atOnce(assert: Assert, works: (() => Promise<unknown>)[]) {
  const results = await Promise.allSettled(works.map((work) => work()))
  for (const result of results) if (result.status === 'rejected') assert.instanceOf(result.reason, Refusal, String(result.reason))
  return results.filter((result) => result.status === 'fulfilled').length
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `P${i}`)

test.group('At the same time', () => {
  test('fifty people start for two slots: the first two come in', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { slots: 2 })
    const line = await inLine(fair, stand, names(50))
    const done = await atOnce(
      assert,
      line.map((attendee) => () => stand.startInterview(attendee, byNobody()))
    )
    const inside = await insideOf(stand)
    assert.equal(done, 2)
    assert.sameMembers(
      inside.map((interview) => interview.attendeeId),
      [line[0].id, line[1].id]
    )
    assert.deepEqual(await violations(fair.id), [])
  })

  test('one person starts at five stands: one interview', async ({ assert }) => {
    const fair = await aFair()
    const alice = await anAttendee(fair, 'Alice')
    const stands = await Promise.all(names(5).map(() => aStand(fair)))
    for (const stand of stands) await stand.join(alice, byNobody())
    assert.equal(
      await atOnce(
        assert,
        stands.map((stand) => () => stand.startInterview(alice, byNobody()))
      ),
      1
    )
    assert.deepEqual(await violations(fair.id), [])
  })

  test('five hundred people join: five hundred positions, one to five hundred', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const people = await Promise.all(names(500).map((name) => anAttendee(fair, name)))
    const positions = await Promise.all(people.map((attendee) => stand.join(attendee, byNobody(), { despite: true })))
    assert.deepEqual(
      positions.toSorted((a, b) => a - b),
      Array.from({ length: 500 }, (_, i) => i + 1)
    )
    assert.deepEqual(await violations(fair.id), [])
  })

  test('thirty people join a queue of five: five of them', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { queueLimit: 5 })
    const people = await Promise.all(names(30).map((name) => anAttendee(fair, name)))
    assert.equal(
      await atOnce(
        assert,
        people.map((attendee) => () => stand.join(attendee, byNobody()))
      ),
      5
    )
    assert.deepEqual(await violations(fair.id), [])
  })

  test('one person clicks ten times: one place', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const alice = await anAttendee(fair, 'Alice')
    assert.equal(
      await atOnce(
        assert,
        names(10).map(() => () => stand.join(alice, byNobody()))
      ),
      1
    )
  })

  test('one person arrives ten times: one attendee', async ({ assert }) => {
    const fair = await aFair()
    const user = await person('alice')
    const attendees = await Promise.all(names(10).map(() => fair.attend(user, byNobody())))
    assert.lengthOf(new Set(attendees.map((attendee) => attendee.id)), 1)
  })

  test('an interview is ended ten times: once', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice] = await inLine(fair, stand, ['Alice', 'Bob'])
    await stand.startInterview(alice, byNobody())
    const interview = await interviewOf(alice)
    assert.equal(
      await atOnce(
        assert,
        names(10).map(() => () => stand.markPassed(interview, byNobody()))
      ),
      1
    )
    assert.deepEqual(await violations(fair.id), [])
  })

  test('ten pauses and ten openings: one of each', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const stand = await aStand(fair)
    const alice = await anAttendee(fair)
    await atOnce(
      assert,
      names(10).flatMap(() => [() => alice.pause(byNobody()), () => stand.pause(byNobody()), () => fair.open(byNobody())])
    )
    assert.lengthOf(await fair.related('openings').query(), 1)
    assert.deepEqual(await violations(fair.id), [])
  })

  test('a fair that closes while forty people start and join', async ({ assert }) => {
    const fair = await aFair()
    const stands = await Promise.all(names(4).map(() => aStand(fair, { slots: 5 })))
    const waiting = await Promise.all(stands.map((stand) => inLine(fair, stand, names(5))))
    const starts = stands.flatMap((stand, i) => waiting[i].map((attendee) => () => stand.startInterview(attendee, byNobody())))
    const newcomers = await Promise.all(names(20).map(() => anAttendee(fair)))
    const joins = newcomers.map((attendee, i) => () => stands[i % 4].join(attendee, byNobody()))
    await atOnce(assert, [
      ...starts.slice(0, 10),
      ...joins.slice(0, 10),
      () => fair.close(byNobody()),
      ...starts.slice(10),
      ...joins.slice(10),
    ])
    assert.isFalse(await fair.isOpen())
    assert.deepEqual(await violations(fair.id), [])
  })

  test('everything at once, by everybody, without a deadlock', async ({ assert }) => {
    const fair = await aFair()
    const stands = await Promise.all([1, 2, 1, 3].map((slots) => aStand(fair, { slots })))
    const people = await Promise.all(names(12).map((name) => anAttendee(fair, name)))
    const verbs = [
      (i: number) => stands[i % 4].join(people[i % 12], byNobody()),
      (i: number) => stands[(i * 7) % 4].startInterview(people[(i * 5) % 12], byNobody()),
      (i: number) => people[(i * 11) % 12].resume(byNobody()),
      (i: number) => people[(i * 3) % 12].pause(byNobody()),
      (i: number) => stands[(i * 3) % 4].leave(people[(i * 7) % 12], byNobody()),
      (i: number) => stands[(i * 5) % 4].pause(byNobody()),
      (i: number) => stands[(i * 5) % 4].resume(byNobody()),
      (i: number) => people[(i * 5) % 12].override({ status: 'available' }, byNobody()),
      async (i: number) => {
        const [interview] = await insideOf(stands[i % 4])
        if (interview) await stands[i % 4].markPassed(interview, byNobody(DateTime.utc().plus({ seconds: 1 })))
      },
    ]
    await atOnce(
      assert,
      Array.from({ length: 360 }, (_, i) => () => verbs[(i * 4 + Math.trunc(i / 9)) % verbs.length](i))
    )
    assert.deepEqual(await violations(fair.id), [])
  })
})
