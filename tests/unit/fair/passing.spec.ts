import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { assertRefused, calledAt, interviewOf, statusOf } from '#tests/support/fair'

const START = DateTime.utc()
const after = (seconds: number) => byNobody(START.plus({ seconds }))

/** Alice has just been marked passed; Bob is called. */
async function alicePassed(slots = 1) {
  const fair = await aFair()
  const stand = await aStand(fair, { slots })
  const [alice, bob, chloe] = await inLine(fair, stand, ['Alice', 'Bob', 'Chloé'])
  await stand.startInterview(alice, after(0))
  const interview = await interviewOf(alice)
  await stand.markPassed(interview, after(60))
  return { fair, stand, alice, bob, chloe, interview }
}

test.group('Marking somebody passed', () => {
  test('twice is refused (C002)', async ({ assert }) => {
    const { stand, interview } = await alicePassed()
    await assertRefused(assert, () => stand.markPassed(interview, after(61)), 'fair.refusals.already_passed')
  })

  test('within 15 seconds it can be taken back: inside again, the next is no longer called', async ({ assert }) => {
    const { stand, alice, interview } = await alicePassed()
    assert.deepEqual(await calledAt(stand), ['Bob'])
    await stand.undoPassed(interview, after(75))
    assert.equal(await statusOf(alice), 'interviewing')
    assert.lengthOf((await alice.outlook()).passed, 0)
    assert.deepEqual(await calledAt(stand), [])
  })

  test('taking it back twice is taking it back once', async ({ assert }) => {
    const { stand, alice, interview } = await alicePassed()
    await stand.undoPassed(interview, after(61))
    await stand.undoPassed(interview, after(62))
    assert.equal(await statusOf(alice), 'interviewing')
  })

  test('after 15 seconds it is too late', async ({ assert }) => {
    const { stand, alice, interview } = await alicePassed()
    await assertRefused(assert, () => stand.undoPassed(interview, after(75.001)), 'fair.refusals.undo_late')
    assert.equal(await statusOf(alice), 'paused')
  })

  test('it cannot be taken back once somebody has come in', async ({ assert }) => {
    const { stand, bob, interview } = await alicePassed()
    await stand.startInterview(bob, after(62))
    await assertRefused(assert, () => stand.undoPassed(interview, after(63)), 'fair.refusals.undo_full')
  })

  test('nor once the person has started elsewhere', async ({ assert }) => {
    const { fair, stand, alice, interview } = await alicePassed()
    const globex = await aStand(fair)
    await alice.resume(after(61))
    await globex.join(alice, after(62))
    await globex.startInterview(alice, after(63))
    await assertRefused(assert, () => stand.undoPassed(interview, after(64)), 'fair.refusals.undo_elsewhere')
  })

  test('taken back after the person became available, their calls elsewhere are withdrawn', async ({ assert }) => {
    const { fair, stand, alice, interview } = await alicePassed()
    const globex = await aStand(fair)
    await globex.join(alice, after(61))
    await alice.resume(after(62))
    assert.deepEqual(await calledAt(globex), ['Alice'])
    await stand.undoPassed(interview, after(63))
    assert.deepEqual(await calledAt(globex), [])
  })
})
