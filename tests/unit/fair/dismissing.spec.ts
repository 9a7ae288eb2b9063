import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Interview from '#models/fair/interview'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { assertRefused, calledAt, insideOf, interviewOf, statusOf } from '#tests/support/fair'

const START = DateTime.utc()
const after = (seconds: number) => byNobody(START.plus({ seconds }))

/** Alice, Bob and Chloé are inside; David, Emma and Farid wait. */
async function threeInside() {
  const fair = await aFair()
  const stand = await aStand(fair, { slots: 3 })
  const people = await inLine(fair, stand, ['Alice', 'Bob', 'Chloé', 'David', 'Emma', 'Farid'])
  for (const attendee of people.slice(0, 3)) await stand.startInterview(attendee, after(0))
  const inside = await Promise.all(people.slice(0, 3).map(interviewOf))
  return { fair, stand, people, inside }
}

test.group('Marking several people passed', () => {
  test('frees as many slots, and as many people are called', async ({ assert }) => {
    const { stand, people, inside } = await threeInside()
    const marked = await stand.markPassedAll(inside.slice(0, 2), after(60))
    assert.sameMembers(
      marked.map(({ attendee }) => attendee.givenName),
      ['Alice', 'Bob']
    )
    assert.deepEqual(await calledAt(stand), ['David', 'Emma'])
    assert.deepEqual(await Promise.all(people.slice(0, 3).map(statusOf)), ['paused', 'paused', 'interviewing'])
  })

  test('leaves each their own seconds to be taken back', async ({ assert }) => {
    const { stand, people, inside } = await threeInside()
    await stand.markPassedAll(inside, after(60))
    await stand.undoPassed(inside[1], after(70))
    assert.deepEqual(await Promise.all(people.slice(0, 3).map(statusOf)), ['paused', 'interviewing', 'paused'])
    assert.deepEqual(await calledAt(stand), ['David', 'Emma'])
    await assertRefused(assert, () => stand.undoPassed(inside[0], after(76)), 'fair.refusals.undo_late')
  })

  test('takes those whom a colleague has marked as passed already', async ({ assert }) => {
    const { stand, inside } = await threeInside()
    await stand.markPassed(inside[0], after(59))
    const marked = await stand.markPassedAll(inside, after(60))
    assert.sameMembers(
      marked.map(({ attendee }) => attendee.givenName),
      ['Bob', 'Chloé']
    )
    await assertRefused(assert, () => stand.markPassedAll(inside, after(61)), 'fair.refusals.already_passed')
  })

  test('is all or nothing when one of the interviews was interrupted', async ({ assert }) => {
    const { stand, people, inside } = await threeInside()
    await people[2].override({ status: 'paused' }, after(59))
    await assertRefused(assert, () => stand.markPassedAll(inside, after(60)), 'fair.refusals.interrupted')
    assert.lengthOf(await insideOf(stand), 2)
    assert.lengthOf(await Interview.query().where('stand_id', stand.id).where('outcome', 'passed'), 0)
  })
})
