import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { type Queue, isLastCall, lengthsOf, waitOf } from '#models/fair/pace'
import { assertRefused, interviewOf, placeOf } from '#tests/support/fair'

const NOW = new Date('2027-03-04T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

/** A stand that has held many interviews of ten minutes, twelve at the 80th percentile. */
const queue = (values: Partial<Queue> = {}): Queue => ({
  slots: 1,
  insideSince: [],
  ahead: 0,
  readyAhead: 0,
  measuredInterviews: 20,
  medianSeconds: 600,
  longSeconds: 720,
  interviewMinutes: 15,
  ...values,
})

test.group('How long one waits', () => {
  for (const [title, values, wait] of [
    ['nobody ahead and a slot free: at once', {}, { low: 0, high: 0 }],
    ['nobody ahead, one inside for four minutes', { insideSince: [minutesAgo(4)] }, { low: 6, high: 8 }],
    ['one inside for longer than usual: any moment', { insideSince: [minutesAgo(30)] }, { low: 0, high: 0 }],
    ['three ahead', { ahead: 3, readyAhead: 3 }, { low: 30, high: 40 }],
    ['three ahead, two of them elsewhere', { ahead: 3, readyAhead: 1 }, { low: 10, high: 40 }],
    ['four ahead for two slots', { slots: 2, ahead: 4, readyAhead: 4 }, { low: 20, high: 25 }],
    ['more inside than slots', { insideSince: [minutesAgo(1), minutesAgo(5)], ahead: 0 }, { low: 9, high: 15 }],
  ] as [string, Partial<Queue>, object][])
    test(title, ({ assert }) => assert.deepEqual(waitOf(queue(values), NOW), wait))

  test('with fewer than five interviews of its own, a stand is thought to be partly like the others', ({ assert }) => {
    const lengths = (measuredInterviews: number) => lengthsOf(queue({ measuredInterviews }))
    assert.deepEqual(lengths(0), { median: 900, long: 1350 })
    assert.deepEqual(lengths(5), { median: 600, long: 720 })
    assert.deepEqual(lengths(1), { median: 840, long: 1224 })
  })

  test('whoever comes later never waits less, and more slots never make it longer', ({ assert }) => {
    const inside = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 })
    fc.assert(
      fc.property(inside, fc.nat(40), fc.integer({ min: 1, max: 5 }), (minutes, ahead, slots) => {
        const at = (values: Partial<Queue>) =>
          waitOf(queue({ insideSince: minutes.map(minutesAgo), ahead, readyAhead: ahead, slots, ...values }), NOW)
        const wait = at({})
        assert.isAtLeast(at({ ahead: ahead + 1, readyAhead: ahead + 1 }).low, wait.low)
        assert.isAtMost(at({ slots: slots + 1 }).high, wait.high)
        assert.isAtLeast(wait.high, wait.low)
      })
    )
  })

  test('the last call: what remains is too short for those ahead and for oneself', ({ assert }) => {
    const closing = (minutes: number) => isLastCall(queue({ ahead: 3 }), NOW, new Date(NOW.getTime() + minutes * 60_000))
    assert.isFalse(closing(40))
    assert.isTrue(closing(39))
    assert.isFalse(closing(-5))
  })

  test('a stand’s own interviews make its pace; what is taken back no longer counts', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const at = DateTime.utc()
    for (const minutes of [4, 6, 20]) {
      const one = await anAttendee(fair)
      await stand.join(one, byNobody(at))
      await stand.startInterview(one, byNobody(at))
      await stand.markPassed(await interviewOf(one), byNobody(at.plus({ minutes })))
    }
    await stand.refresh()
    assert.deepEqual([stand.measuredInterviews, stand.medianSeconds, stand.longSeconds], [3, 360, 864])
    const [entry] = await stand.related('entries').query().orderBy('id', 'desc')
    await stand.reinstate(entry, byNobody())
    await stand.refresh()
    assert.deepEqual([stand.measuredInterviews, stand.medianSeconds], [2, 300])
  })

  test('joining too late says so, and may be done all the same', async ({ assert }) => {
    const at = DateTime.utc()
    const fair = await aFair({ endsAt: at.plus({ minutes: 15 }) })
    const stand = await aStand(fair)
    const [alice, bob] = [await anAttendee(fair, 'Alice'), await anAttendee(fair, 'Bob')]
    await stand.join(alice, byNobody(at))
    await assertRefused(assert, () => stand.join(bob, byNobody(at)), 'fair.refusals.join_last_call')
    await stand.join(bob, byNobody(at), { despite: true })
    assert.deepEqual((await placeOf(bob, stand)).wait, { low: 10, high: 15 })
  })
})
