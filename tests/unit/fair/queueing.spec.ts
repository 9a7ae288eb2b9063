import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { assertRefused, calledAt, placeOf, interviewOf } from '#tests/support/fair'

test.group('Joining a queue (§1.8)', () => {
  test('the order of arrival is the position, whatever the person is doing', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair), await aStand(fair)]
    const [alice] = await inLine(fair, acme, ['Alice'])
    const bob = await anAttendee(fair, 'Bob')
    await acme.startInterview(alice, byNobody())
    await bob.pause(byNobody())
    assert.equal(await globex.join(alice, byNobody()), 1)
    assert.equal(await globex.join(bob, byNobody()), 2)
  })

  test('a position is never given again, even that of the last who left', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.leave(bob, byNobody())
    assert.equal(await acme.join(bob, byNobody()), 3)
    assert.equal((await placeOf(alice, acme)).position, 1)
  })

  test('what moves far from the turn can wait, what moves near it cannot', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const people = await inLine(
      fair,
      acme,
      Array.from({ length: 12 }, (_, n) => `Personne${n}`)
    )
    const calm = async (n: number) => (await people[n].outlook()).calm
    assert.deepEqual([await calm(0), await calm(9)], [[], []])
    assert.deepEqual(await calm(10), [`stands/${acme.id}/queue`])
  })

  test('somebody may wait at as many stands as they want', async ({ assert }) => {
    const fair = await aFair()
    const alice = await anAttendee(fair, 'Alice')
    for (let n = 0; n < 12; n++) await (await aStand(fair)).join(alice, byNobody())
    assert.lengthOf((await alice.outlook()).calls, 12)
  })

  test('the first to arrive at a free stand is called at once (R14 d)', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    await inLine(fair, acme, ['Alice', 'Bob'])
    assert.deepEqual(await calledAt(acme), ['Alice'])
  })

  test('twice is refused', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await assertRefused(assert, () => acme.join(alice, byNobody()), 'fair.refusals.join_twice')
  })

  test('after having passed is refused', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.startInterview(alice, byNobody())
    await acme.markPassed(await interviewOf(alice), byNobody())
    await assertRefused(assert, () => acme.join(alice, byNobody()), 'fair.refusals.join_completed')
  })

  test('a paused stand takes nobody (R17)', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    await acme.pause(byNobody())
    await assertRefused(assert, async () => acme.join(await anAttendee(fair), byNobody()), 'fair.refusals.join_paused')
  })

  test('a closed fair takes nobody', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const acme = await aStand(fair)
    await assertRefused(assert, async () => acme.join(await anAttendee(fair), byNobody()), 'fair.refusals.join_closed')
  })

  test('the limit counts those who have not passed yet', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { queueLimit: 2 })
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await assertRefused(assert, async () => acme.join(await anAttendee(fair), byNobody()), 'fair.refusals.join_full')
    await acme.startInterview(alice, byNobody())
    await assertRefused(assert, async () => acme.join(await anAttendee(fair), byNobody()), 'fair.refusals.join_full')
    await acme.markPassed(await interviewOf(alice), byNobody())
    assert.equal(await acme.join(await anAttendee(fair), byNobody()), 3)
  })
})

test.group('Leaving a queue', () => {
  test('those behind move up and the next is called', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.leave(alice, byNobody())
    assert.deepEqual(await calledAt(acme), ['Bob'])
    assert.equal((await placeOf(bob, acme)).ahead, 0)
  })

  test('leaving twice is leaving once', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.leave(alice, byNobody())
    await acme.leave(alice, byNobody())
    assert.equal(await acme.join(alice, byNobody()), 2)
  })

  test('from inside it is refused: the company ends the interview (R6)', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.startInterview(alice, byNobody())
    await assertRefused(assert, () => acme.leave(alice, byNobody()), 'fair.refusals.leave_inside')
  })

  test('after having passed it is refused', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.startInterview(alice, byNobody())
    await acme.markPassed(await interviewOf(alice), byNobody())
    await assertRefused(assert, () => acme.leave(alice, byNobody()), 'fair.refusals.leave_completed')
  })
})
