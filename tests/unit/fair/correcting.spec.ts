import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import type Attendee from '#models/fair/attendee'
import QueueEntry from '#models/fair/queue_entry'
import Stand from '#models/fair/stand'
import { assertRefused, calledAt, interviewOf, placeOf, statusOf } from '#tests/support/fair'
import { violations } from '#tests/support/invariants'

const entryOf = (attendee: Attendee, stand: Stand) =>
  QueueEntry.query().where({ stand_id: stand.id, attendee_id: attendee.id }).orderBy('id', 'desc').firstOrFail()

/** Given names, in the order of the queue. */
async function queueOf(stand: Stand) {
  const entries = await stand.related('entries').query().whereNull('left_at').preload('attendee').orderBy('rank_key')
  return entries.map(({ attendee }) => attendee.givenName)
}

const audited = async (action: string) => (await db.from('audit_events').where('action', action).count('* as total'))[0].total

async function aQueue() {
  const fair = await aFair()
  const stand = await aStand(fair)
  const people = await inLine(fair, stand, ['Alice', 'Bob', 'Chloé', 'David'])
  return { fair, stand, people }
}

test.group('An organiser corrects a queue', () => {
  test('moves somebody anywhere, and no position changes', async ({ assert }) => {
    const { stand, people } = await aQueue()
    const before = (await stand.related('entries').query().orderBy('id')).map(({ position }) => position)
    await stand.move(await entryOf(people[3], stand), 1, byNobody())
    assert.deepEqual(await queueOf(stand), ['David', 'Alice', 'Bob', 'Chloé'])
    assert.deepEqual(await calledAt(stand), ['David'])
    await stand.move(await entryOf(people[3], stand), 3, byNobody())
    await stand.move(await entryOf(people[0], stand), 99, byNobody())
    assert.deepEqual(await queueOf(stand), ['Bob', 'David', 'Chloé', 'Alice'])
    assert.deepEqual(
      (await stand.related('entries').query().orderBy('id')).map(({ position }) => position),
      before
    )
    assert.equal(await audited('fair.queue_entry.moved'), 3)
  })

  test('moves two people before one another sixty times: there is always a rank between', async ({ assert }) => {
    const { fair, stand, people } = await aQueue()
    for (let n = 0; n < 60; n++) await stand.move(await entryOf(people[2 + (n % 2)], stand), 2, byNobody())
    assert.deepEqual(await queueOf(stand), ['Alice', 'David', 'Chloé', 'Bob'])
    assert.deepEqual(await violations(fair.id), [])
  })

  test('moves nobody to the rank of whoever may come back to it', async ({ assert }) => {
    const { fair, stand, people } = await aQueue()
    const [alice, bob, chloe, david] = people
    await stand.startInterview(alice, byNobody())
    await stand.move(await entryOf(chloe, stand), 1, byNobody())
    await stand.remove(await entryOf(bob, stand), byNobody())
    await alice.override({ status: 'available' }, byNobody())
    assert.deepEqual(await queueOf(stand), ['Alice', 'Chloé', 'David'])
    for (const act of [byNobody(), byNobody()]) {
      await stand.markAbsent(await entryOf(alice, stand), act)
      await alice.comeBack(await entryOf(alice, stand), act)
    }
    await stand.move(await entryOf(david, stand), 1, byNobody())
    await stand.undoAbsence(await entryOf(alice, stand), byNobody())
    assert.deepEqual(await violations(fair.id), [])
  })

  test('does not move who is inside, has passed or has left', async ({ assert }) => {
    const { stand, people } = await aQueue()
    await stand.startInterview(people[0], byNobody())
    await assertRefused(assert, async () => stand.move(await entryOf(people[0], stand), 2, byNobody()), 'fair.refusals.not_waiting')
    await stand.markPassed(await interviewOf(people[0]), byNobody())
    await assertRefused(assert, async () => stand.move(await entryOf(people[0], stand), 2, byNobody()), 'fair.refusals.not_waiting')
  })

  test('forces somebody in, in spite of pause, limit and closing, and not twice', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const stand = await aStand(fair, { queueLimit: 1 })
    const [alice, bob] = [await anAttendee(fair, 'Alice'), await anAttendee(fair, 'Bob')]
    await stand.pause(byNobody())
    assert.equal(await stand.force(alice, byNobody()), 1)
    assert.equal(await stand.force(bob, byNobody()), 2)
    await assertRefused(assert, () => stand.force(bob, byNobody()), 'fair.refusals.join_twice')
    assert.equal(await audited('fair.queue_entry.forced'), 2)
  })

  test('removes who is inside: the interview is interrupted, the next one called', async ({ assert }) => {
    const { fair, stand, people } = await aQueue()
    await stand.startInterview(people[0], byNobody())
    await stand.remove(await entryOf(people[0], stand), byNobody())
    await stand.remove(await entryOf(people[0], stand), byNobody())
    assert.equal(await statusOf(people[0]), 'available')
    assert.deepEqual(await calledAt(stand), ['Bob'])
    assert.deepEqual(await violations(fair.id), [])
    assert.equal(await audited('fair.queue_entry.removed'), 1)
  })

  test('puts back who was marked passed by mistake, where they were', async ({ assert }) => {
    const { fair, stand, people } = await aQueue()
    await stand.startInterview(people[0], byNobody())
    await stand.markPassed(await interviewOf(people[0]), byNobody())
    await assertRefused(assert, async () => stand.remove(await entryOf(people[0], stand), byNobody()), 'fair.refusals.remove_completed')
    await stand.reinstate(await entryOf(people[0], stand), byNobody())
    assert.equal((await placeOf(people[0], stand)).ahead, 0)
    assert.equal(await statusOf(people[0]), 'paused')
    assert.deepEqual(await calledAt(stand), ['Bob'])
    await people[0].resume(byNobody())
    assert.deepEqual(await calledAt(stand), ['Alice'])
    assert.deepEqual(await violations(fair.id), [])
  })
})

test.group('An organiser corrects the fair', () => {
  test('pauses every stand, and takes them back: nobody is called, then those who should be', async ({ assert }) => {
    const { fair, stand } = await aQueue()
    await (await aStand(fair)).pause(byNobody())
    assert.equal(await fair.pauseStands(byNobody()), 1)
    assert.equal(await fair.pauseStands(byNobody()), 0)
    assert.deepEqual(await calledAt(stand), [])
    assert.equal(await fair.resumeStands(byNobody()), 2)
    assert.deepEqual(await calledAt(stand), ['Alice'])
    assert.deepEqual(await violations(fair.id), [])
  })

  test('makes everybody available: interviews are interrupted and places kept', async ({ assert }) => {
    const { fair, stand, people } = await aQueue()
    await stand.startInterview(people[0], byNobody())
    await people[1].pause(byNobody())
    assert.deepEqual(await fair.freeEveryone(byNobody()), { interviews: 1, pauses: 1 })
    assert.deepEqual(await calledAt(stand), ['Alice'])
    assert.equal(await statusOf(people[1]), 'available')
    assert.equal(await audited('fair.interview.interrupted'), 1)
    assert.deepEqual(await violations(fair.id), [])
  })

  test('removes a stand: whoever is inside is available, and called where they wait', async ({ assert }) => {
    const { fair, stand, people } = await aQueue()
    const other = await aStand(fair)
    for (const one of [people[0], people[1]]) await other.join(one, byNobody())
    await stand.startInterview(people[0], byNobody())
    assert.deepEqual(await calledAt(other), ['Bob'])
    await fair.removeStand(stand, byNobody())
    await fair.removeStand(stand, byNobody())
    assert.isNull(await Stand.find(stand.id))
    assert.equal(await statusOf(people[0]), 'available')
    assert.deepEqual(await calledAt(other), ['Alice'])
    assert.equal(await audited('fair.stand.removed'), 1)
    assert.deepEqual(await violations(fair.id), [])
  })
})
