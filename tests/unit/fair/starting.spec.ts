import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { assertRefused, calledAt, insideOf, interviewOf, placeOf, statusOf } from '#tests/support/fair'

interface World {
  fair: Fair
  stand: Stand
  other: Stand
  alice: Attendee
  bob: Attendee
}

/** Bob first and Alice second at the stand; both also know another stand. */
async function world(slots = 1): Promise<World> {
  const fair = await aFair()
  const [stand, other] = [await aStand(fair, { slots }), await aStand(fair)]
  const [bob, alice] = await inLine(fair, stand, ['Bob', 'Alice'])
  return { fair, stand, other, alice, bob }
}

/** Fills the stand's only slot with somebody else, who is thus before everybody. */
async function fill({ fair, stand }: World) {
  const zoe = await anAttendee(fair, 'Zoé')
  await stand.join(zoe, byNobody())
  const { entryId } = await placeOf(zoe, stand)
  await zoe.override({ status: 'interviewing', entryId }, byNobody())
}

test.group('May start? The decision matrix (§1.5)', () => {
  test('1. available, first, recruiting, a slot free: yes', async ({ assert }) => {
    const { stand, bob } = await world()
    await stand.startInterview(bob, byNobody())
    assert.equal(await statusOf(bob), 'interviewing')
    assert.lengthOf(await insideOf(stand), 1)
  })

  test('2. first, but no slot free: no', async ({ assert }) => {
    const all = await world()
    await fill(all)
    await assertRefused(assert, () => all.stand.startInterview(all.bob, byNobody()), 'fair.reasons.full')
  })

  test('3. first, but the stand is paused: no', async ({ assert }) => {
    const { stand, bob } = await world()
    await stand.pause(byNobody())
    await assertRefused(assert, () => stand.startInterview(bob, byNobody()), 'fair.reasons.stand_paused')
  })

  test('4. second, a slot free: no, and the one before is named', async ({ assert }) => {
    const { stand, alice } = await world()
    await assertRefused(assert, () => stand.startInterview(alice, byNobody()), 'fair.reasons.behind')
    assert.deepInclude((await placeOf(alice, stand)).reason!.params, { name: 'Bob M.' })
  })

  test('5. second, no slot free: no', async ({ assert }) => {
    const all = await world()
    await fill(all)
    await assertRefused(assert, () => all.stand.startInterview(all.alice, byNobody()), 'fair.reasons.full')
    assert.equal((await placeOf(all.alice, all.stand)).ahead, 1)
  })

  test('6. paused, first: no', async ({ assert }) => {
    const { stand, bob } = await world()
    await bob.pause(byNobody())
    await assertRefused(assert, () => stand.startInterview(bob, byNobody()), 'fair.reasons.paused')
  })

  test('7. paused, anywhere: no', async ({ assert }) => {
    const { stand, alice } = await world()
    await alice.pause(byNobody())
    await assertRefused(assert, () => stand.startInterview(alice, byNobody()), 'fair.reasons.paused')
  })

  test('8. in interview elsewhere: no, and it says where', async ({ assert }) => {
    const { stand, other, bob } = await world()
    await other.join(bob, byNobody())
    await other.startInterview(bob, byNobody())
    await assertRefused(assert, () => stand.startInterview(bob, byNobody()), 'fair.reasons.elsewhere')
    assert.deepInclude((await placeOf(bob, stand)).reason!.params, { stand: other.name })
  })

  test('9. already passed: no', async ({ assert }) => {
    const { stand, bob } = await world()
    await stand.startInterview(bob, byNobody())
    await stand.markPassed(await interviewOf(bob), byNobody())
    await bob.resume(byNobody())
    await assertRefused(assert, () => stand.startInterview(bob, byNobody()), 'fair.reasons.completed')
  })

  test('not in the queue: no', async ({ assert }) => {
    const { fair, stand } = await world()
    await assertRefused(assert, async () => stand.startInterview(await anAttendee(fair), byNobody()), 'fair.refusals.not_in_queue')
  })

  test('the fair is closed: no', async ({ assert }) => {
    const { fair, stand, bob } = await world()
    await fair.close(byNobody())
    await assertRefused(assert, () => stand.startInterview(bob, byNobody()), 'fair.reasons.fair_closed')
  })

  test('the order of the reasons: passed, own status, fair, stand, slots, turn', async ({ assert }) => {
    const all = await world()
    await fill(all)
    await all.stand.pause(byNobody())
    await all.alice.pause(byNobody())
    assert.equal((await placeOf(all.alice, all.stand)).code, 'paused')
    await all.alice.resume(byNobody())
    assert.equal((await placeOf(all.alice, all.stand)).code, 'stand_paused')
    await all.fair.close(byNobody())
    assert.equal((await placeOf(all.alice, all.stand)).code, 'fair_closed')
    await all.fair.open(byNobody())
    await all.stand.resume(byNobody())
    assert.equal((await placeOf(all.alice, all.stand)).code, 'full')
  })

  test('starting twice is starting once', async ({ assert }) => {
    const { stand, bob } = await world(2)
    await stand.startInterview(bob, byNobody())
    await stand.startInterview(bob, byNobody())
    assert.lengthOf(await insideOf(stand), 1)
  })
})

test.group('Several slots (§1.8 of P2): slots, inside, who may start', () => {
  const TABLE = [
    { slots: 1, inside: 0, called: ['A'] },
    { slots: 1, inside: 1, called: [] },
    { slots: 2, inside: 0, called: ['A', 'B'] },
    { slots: 2, inside: 1, called: ['B'] },
    { slots: 2, inside: 2, called: [] },
    { slots: 3, inside: 1, called: ['B', 'C'] },
    { slots: 3, inside: 2, called: ['C'] },
    { slots: 3, inside: 3, called: [] },
  ]

  test('{slots} slots, {inside} inside: {called} may start and nobody else')
    .with(TABLE)
    .run(async ({ assert }, { slots, inside, called }) => {
      const fair = await aFair()
      const stand = await aStand(fair, { slots })
      const line = await inLine(fair, stand, ['A', 'B', 'C', 'D'])
      for (const attendee of line.slice(0, inside)) await stand.startInterview(attendee, byNobody())
      assert.deepEqual(await calledAt(stand), called)
      for (const attendee of line.slice(inside))
        assert.equal((await placeOf(attendee, stand)).reason === null, called.includes(attendee.givenName))
    })

  test('the second of two called may start before the first', async ({ assert }) => {
    const { stand, alice, bob } = await world(2)
    await stand.startInterview(alice, byNobody())
    assert.deepEqual(await calledAt(stand), ['Bob'])
    await stand.startInterview(bob, byNobody())
    assert.lengthOf(await insideOf(stand), 2)
  })
})
