import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import type Attendee from '#models/fair/attendee'
import { expireCalls } from '#models/fair/expiring'
import QueueEntry from '#models/fair/queue_entry'
import Skip from '#models/fair/skip'
import Stand from '#models/fair/stand'
import { insideOf, interviewOf } from '#tests/support/fair'
import { violations } from '#tests/support/invariants'
import { person } from '#tests/support/agent'
import { atOnce } from '#tests/support/at_once'

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

  test('twenty people are called by six stands at once: one grace each', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const stands = await Promise.all(names(6).map(() => aStand(fair, { slots: 20 })))
    const people = await Promise.all(names(20).map((name) => anAttendee(fair, name)))
    await fair.pauseStands(byNobody())
    await fair.open(byNobody())
    for (const one of people) for (const stand of stands) await stand.force(one, byNobody())
    for (let round = 0; round < 3; round++) {
      assert.equal(
        await atOnce(
          assert,
          stands.map((stand) => () => stand.resume(byNobody()))
        ),
        6
      )
      assert.deepEqual(await violations(fair.id), [])
      await atOnce(
        assert,
        stands.map((stand) => () => stand.pause(byNobody()))
      )
    }
  })

  test('a stand is removed while people join it, start there and are called elsewhere', async ({ assert }) => {
    const fair = await aFair()
    const [stand, other] = [await aStand(fair, { slots: 3 }), await aStand(fair, { slots: 2 })]
    const people = await inLine(fair, stand, names(12))
    for (const one of people) await other.join(one, byNobody())
    await atOnce(assert, [
      ...people.slice(0, 6).map((one) => () => stand.startInterview(one, byNobody())),
      () => fair.removeStand(stand, byNobody()),
      () => fair.removeStand(stand, byNobody()),
      ...people.slice(6).map((one) => () => stand.startInterview(one, byNobody())),
      ...people.map((one) => () => other.startInterview(one, byNobody())),
    ])
    assert.isNull(await Stand.find(stand.id))
    assert.deepEqual(await violations(fair.id), [])
  })

  test('ten processes end the same calls: each is missed once', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { slots: 5 })
    await inLine(fair, stand, names(15))
    await atOnce(
      assert,
      names(10).map(() => () => expireCalls(byNobody(DateTime.utc().plus({ minutes: 4 }))))
    )
    assert.lengthOf(await Skip.query().where('stand_id', stand.id), 5)
    assert.deepEqual(await violations(fair.id), [])
  })

  test('everything at once, by everybody, without a deadlock', async ({ assert }) => {
    const fair = await aFair()
    const stands = await Promise.all([1, 2, 1, 3].map((slots) => aStand(fair, { slots })))
    const people = await Promise.all(names(12).map((name) => anAttendee(fair, name)))
    const onEntry = (work: (stand: Stand, entry: QueueEntry, who: Attendee) => Promise<unknown>) => async (i: number) => {
      const [stand, who] = [stands[(i * 3) % 4], people[(i * 7) % 12]]
      const entry = await QueueEntry.query().where({ stand_id: stand.id, attendee_id: who.id }).whereNull('left_at').first()
      if (entry) await work(stand, entry, who)
    }
    const verbs = [
      (i: number) => stands[i % 4].join(people[i % 12], byNobody()),
      (i: number) => stands[(i * 7) % 4].startInterview(people[(i * 5) % 12], byNobody()),
      (i: number) => people[(i * 11) % 12].resume(byNobody()),
      (i: number) => people[(i * 3) % 12].pause(byNobody()),
      (i: number) => stands[(i * 3) % 4].leave(people[(i * 7) % 12], byNobody()),
      (i: number) => stands[(i * 5) % 4].pause(byNobody()),
      (i: number) => stands[(i * 5) % 4].resume(byNobody()),
      (i: number) => people[(i * 5) % 12].override({ status: 'available' }, byNobody()),
      (i: number) => expireCalls(byNobody(DateTime.utc().plus({ seconds: 60 * (i % 7) }))),
      onEntry((stand, entry) => stand.markAbsent(entry, byNobody())),
      onEntry((stand, entry) => stand.callAgain(entry, byNobody())),
      onEntry((stand, entry) => stand.undoAbsence(entry, byNobody())),
      onEntry((stand, entry) => stand.move(entry, 1, byNobody())),
      onEntry((stand, entry) => stand.remove(entry, byNobody())),
      onEntry((_, entry, who) => who.announce(entry, byNobody())),
      onEntry((_, entry, who) => who.comeBack(entry, byNobody())),
      (i: number) => (i % 5 ? fair.resumeStands(byNobody()) : fair.pauseStands(byNobody())),
      (i: number) => (i % 4 ? stands[i % 4].join(people[i % 12], byNobody()) : fair.freeEveryone(byNobody())),
      async (i: number) => {
        const [interview] = await insideOf(stands[i % 4])
        if (interview) await stands[i % 4].markPassed(interview, byNobody(DateTime.utc().plus({ seconds: 1 })))
      },
    ]
    await atOnce(
      assert,
      Array.from({ length: 540 }, (_, i) => () => verbs[(i * 4 + Math.trunc(i / 9)) % verbs.length](i))
    )
    assert.deepEqual(await violations(fair.id), [])
  })
})
