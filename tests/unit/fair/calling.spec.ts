import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import type Attendee from '#models/fair/attendee'
import Call from '#models/fair/call'
import { expireCalls } from '#models/fair/expiring'
import QueueEntry from '#models/fair/queue_entry'
import Skip from '#models/fair/skip'
import type Stand from '#models/fair/stand'
import Notification from '#models/messaging/notification'
import { person } from '#tests/support/agent'
import { assertRefused, calledAt, placeOf } from '#tests/support/fair'

const began = DateTime.utc().startOf('second')
/** By nobody, so many seconds after the beginning. */
const act = (seconds = 0) => byNobody(began.plus({ seconds }))

const entryOf = (attendee: Attendee, stand: Stand) =>
  QueueEntry.query().where({ stand_id: stand.id, attendee_id: attendee.id }).whereNull('left_at').firstOrFail()

const callOf = (attendee: Attendee, stand: Stand) =>
  Call.query().where({ stand_id: stand.id, attendee_id: attendee.id }).orderBy('id', 'desc').firstOrFail()

/** Alice, Bob and Chloé wait at a stand with one slot: Alice is called at the beginning. */
async function threeInLine() {
  const fair = await aFair({ open: false, startsAt: began.minus({ hours: 1 }), endsAt: began.plus({ hours: 8 }) })
  const stand = await aStand(fair)
  await fair.open(act())
  const people: Attendee[] = []
  for (const name of ['Alice', 'Bob', 'Chloé']) {
    people.push(await anAttendee(fair, name))
    await stand.join(people.at(-1)!, act())
  }
  return { fair, stand, people }
}

test.group('Called, and not coming', () => {
  test('after three minutes the next one is called, and the place is kept', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    await expireCalls(act(179))
    assert.deepEqual(await calledAt(stand), ['Alice'])
    await expireCalls(act(180))
    assert.deepEqual(await calledAt(stand), ['Bob'])
    const alice = await placeOf(people[0], stand)
    assert.equal(alice.code, 'skipped')
    assert.equal(alice.skip, 'missed')
    assert.equal(alice.noShows, 1)
    assert.equal(alice.ahead, 0)
  })

  test('"J’arrive" gives two more minutes, once', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    await people[0].announce(await entryOf(people[0], stand), act(100))
    await assertRefused(
      assert,
      async () => people[0].announce(await entryOf(people[0], stand), act(110)),
      'fair.refusals.announced_already'
    )
    await expireCalls(act(299))
    assert.deepEqual(await calledAt(stand), ['Alice'])
    await expireCalls(act(300))
    assert.deepEqual(await calledAt(stand), ['Bob'])
    await assertRefused(assert, async () => people[0].announce(await entryOf(people[0], stand), act(301)), 'fair.refusals.call_over')
  })

  test('"Je suis là" puts them back where they were, and whoever was called instead waits again', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    await expireCalls(act(180))
    await people[0].comeBack(await entryOf(people[0], stand), act(200))
    assert.deepEqual(await calledAt(stand), ['Alice'])
    assert.equal((await placeOf(people[1], stand)).ahead, 1)
    await people[0].comeBack(await entryOf(people[0], stand), act(201))
    assert.equal((await callOf(people[0], stand)).calledAt.toMillis(), began.plus({ seconds: 200 }).toMillis())
  })

  test('the second time at the same stand, the place is the last, and before whoever joins later', async ({ assert }) => {
    const { fair, stand, people } = await threeInLine()
    await expireCalls(act(180))
    await people[0].comeBack(await entryOf(people[0], stand), act(200))
    await expireCalls(act(380))
    const dora = await anAttendee(fair, 'Dora')
    await stand.join(dora, act(390))
    await people[0].comeBack(await entryOf(people[0], stand), act(400))
    const places = await Promise.all([...people, dora].map(async (one) => (await placeOf(one, stand)).ahead))
    assert.deepEqual(places, [2, 0, 1, 3])
    assert.equal((await entryOf(people[0], stand)).position, 1)
  })

  test('taken back, a no-show is as if it had not been', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    const entry = await entryOf(people[0], stand)
    await stand.markAbsent(entry, act(10))
    await stand.callAgain(entry, act(20))
    await stand.markAbsent(entry, act(30))
    assert.equal((await placeOf(people[0], stand)).ahead, 2)
    await stand.undoAbsence(entry, act(40))
    await stand.undoAbsence(entry, act(41))
    assert.deepEqual(await calledAt(stand), ['Alice'])
    const { ahead, noShows } = await placeOf(people[0], stand)
    assert.deepEqual({ ahead, noShows }, { ahead: 0, noShows: 1 })
  })

  test('only somebody called can be absent, and only an absence taken back', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    const entry = await entryOf(people[1], stand)
    await assertRefused(assert, () => stand.markAbsent(entry, act(1)), 'fair.refusals.not_called')
    await assertRefused(assert, () => stand.undoAbsence(entry, act(1)), 'fair.refusals.not_skipped')
    await assertRefused(assert, () => stand.callAgain(entry, act(1)), 'fair.refusals.not_called')
  })

  test('somebody called is rung again, not every second', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    const entry = await entryOf(people[0], stand)
    await assertRefused(assert, () => stand.callAgain(entry, act(10)), 'fair.refusals.rung_just_now')
    const { expiresAt } = await callOf(people[0], stand)
    await stand.callAgain(entry, act(31))
    const call = await callOf(people[0], stand)
    assert.equal(call.lastRungAt!.toMillis(), began.plus({ seconds: 31 }).toMillis())
    assert.equal(call.expiresAt.toMillis(), expiresAt.toMillis())
  })

  test('who leaves, starts or is put inside is no longer skipped', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    const [alice, bob] = people
    for (const one of [alice, bob]) await stand.markAbsent(await entryOf(one, stand), act(10))
    await stand.leave(alice, act(20))
    await bob.override({ status: 'interviewing', entryId: (await entryOf(bob, stand)).id }, act(30))
    assert.lengthOf(await Skip.query().where('stand_id', stand.id).whereNull('ended_at'), 0)
  })

  test('nobody starts before they have said that they are there', async ({ assert }) => {
    const { stand, people } = await threeInLine()
    await expireCalls(act(180))
    await assertRefused(assert, () => stand.startInterview(people[0], act(190)), 'fair.reasons.skipped')
  })
})

test.group('Called at two stands', () => {
  /** Alice is called at both, the first a minute before the second. */
  async function twice() {
    const fair = await aFair({ open: false, startsAt: began.minus({ hours: 1 }), endsAt: began.plus({ hours: 8 }) })
    const [acme, hooli] = [await aStand(fair, { name: 'Acme' }), await aStand(fair, { name: 'Hooli' })]
    await fair.open(act())
    const alice = await anAttendee(fair, 'Alice')
    await acme.join(alice, act())
    await hooli.join(alice, act(60))
    return { fair, acme, hooli, alice }
  }

  test('one grace runs at a time: the older', async ({ assert }) => {
    const { acme, hooli, alice } = await twice()
    assert.isNotNull((await callOf(alice, acme)).graceStartedAt)
    assert.isNull((await callOf(alice, hooli)).graceStartedAt)
    await assertRefused(assert, async () => alice.announce(await entryOf(alice, hooli), act(61)), 'fair.refusals.clock_waits')
    assert.deepEqual([...(await calledAt(acme)), ...(await calledAt(hooli))], ['Alice', 'Alice'])
  })

  test('when it ends, the other begins, and no slot is idle for more than the grace and two minutes', async ({ assert }) => {
    const { acme, hooli, alice } = await twice()
    await expireCalls(act(180))
    assert.equal((await placeOf(alice, acme)).skip, 'missed')
    const call = await callOf(alice, hooli)
    assert.equal(call.graceStartedAt!.toMillis(), began.plus({ seconds: 180 }).toMillis())
    assert.equal(call.expiresAt.toMillis(), began.plus({ seconds: 60 + 180 + 120 }).toMillis())
    assert.isFalse((await placeOf(alice, hooli)).prolongable)
  })

  test('a call whose grace never ran passes the place over without blame', async ({ assert }) => {
    const { acme, hooli, alice } = await twice()
    await alice.announce(await entryOf(alice, acme), act(100))
    await expireCalls(act(360))
    assert.equal((await placeOf(alice, acme)).skip, 'missed')
    const { skip, noShows } = await placeOf(alice, hooli)
    assert.deepEqual({ skip, noShows }, { skip: 'held', noShows: 0 })
    await alice.comeBack(await entryOf(alice, hooli), act(370))
    await hooli.markAbsent(await entryOf(alice, hooli), act(380))
    assert.isNull((await QueueEntry.query().where({ stand_id: hooli.id }).firstOrFail()).leftAt)
    assert.equal((await placeOf(alice, hooli)).noShows, 1)
  })

  test('who starts at one is no longer called at the other, and not absent there', async ({ assert }) => {
    const { acme, hooli, alice } = await twice()
    await hooli.startInterview(alice, act(70))
    assert.deepEqual(await calledAt(acme), [])
    assert.equal((await placeOf(alice, acme)).noShows, 0)
  })

  test('a stand that pauses lets the other’s grace begin', async ({ assert }) => {
    const { acme, hooli, alice } = await twice()
    await acme.pause(act(90))
    assert.equal((await callOf(alice, hooli)).graceStartedAt!.toMillis(), began.plus({ seconds: 90 }).toMillis())
  })
})

test.group('What is said of it', () => {
  test('soon, now, missed: three notifications, each withdrawn when it is over', async ({ assert }) => {
    const { fair, stand } = await threeInLine()
    const user = await person('alice')
    const alice = await fair.attend(user, act(1))
    await stand.join(alice, act(1))
    await stand.move(await entryOf(alice, stand), 2, act(2))
    const news = () => Notification.query().where('user_id', user.id).orderBy('id')
    assert.deepEqual(
      (await news()).map(({ kind }) => kind),
      ['fair.soon']
    )
    await stand.move(await entryOf(alice, stand), 1, act(3))
    const [soon, now] = await news()
    assert.equal(now.kind, 'fair.called')
    assert.equal(soon.expiresAt!.toMillis(), began.plus({ seconds: 3 }).toMillis())
    assert.equal(now.expiresAt!.toMillis(), began.plus({ seconds: 3 + 300 }).toMillis())
    await expireCalls(act(3 + 180))
    const [, over, missed] = await news()
    assert.equal(over.expiresAt!.toMillis(), began.plus({ seconds: 183 }).toMillis())
    assert.equal(missed.kind, 'fair.missed')
    assert.equal(missed.params.last, 'no')
    await alice.comeBack(await entryOf(alice, stand), act(200))
    assert.deepEqual((await news()).map(({ kind, expiresAt }) => [kind, expiresAt! > act(200).at]).at(-2), ['fair.missed', false])
  })
})

test.group('Whose clock runs', () => {
  test('one of several calls, even where PostgreSQL believes that there is none and looks for it once a row', async ({ assert }) => {
    const fair = await aFair({ open: false, startsAt: began.minus({ hours: 1 }), endsAt: began.plus({ hours: 8 }) })
    const stands = [await aStand(fair), await aStand(fair), await aStand(fair)]
    await fair.open(act())
    const alice = await anAttendee(fair, 'Alice')
    for (const stand of stands) await stand.join(alice, act())
    const calls = () => db.from('calls').where('attendee_id', alice.id)
    const running = () => calls().whereNotNull('grace_started_at').select('id')
    const first = await running()
    assert.lengthOf(first, 1)
    await calls().update({ grace_started_at: null })
    // It counts what is committed, which is nothing; and plans are made anew.
    await db.connection('owner').rawQuery('analyze calls')
    await db.rawQuery('discard plans')
    await db.rawQuery('select * from start_clocks(?, ?)', [[alice.id] as never, began.toJSDate()])
    assert.deepEqual(await running(), first)
  })
})
