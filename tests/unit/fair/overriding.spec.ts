import { test } from '@japa/runner'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { assertRefused, calledAt, insideOf, placeOf, statusOf } from '#tests/support/fair'

test.group('An organiser corrects a status (R8, §4.6)', () => {
  test('made available, somebody stuck inside frees the slot and is first again', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody())
    await alice.override({ status: 'available' }, byNobody())
    assert.equal(await statusOf(alice), 'available')
    assert.lengthOf(await insideOf(acme), 0)
    assert.deepEqual(await calledAt(acme), ['Alice'])
  })

  test('made paused, the slot is free and the next is called', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody())
    await alice.override({ status: 'paused' }, byNobody())
    assert.equal(await statusOf(alice), 'paused')
    assert.deepEqual(await calledAt(acme), ['Bob'])
    assert.equal((await placeOf(alice, acme)).completedAt, null)
  })

  test('put inside out of turn, even on pause and on a closed fair', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    await bob.pause(byNobody())
    await fair.close(byNobody())
    const { entryId } = await placeOf(bob, acme)
    await bob.override({ status: 'interviewing', entryId }, byNobody())
    assert.equal(await statusOf(bob), 'interviewing')
  })

  test('moved from one stand to another, the first interview is interrupted', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair), await aStand(fair)]
    const [alice] = await inLine(fair, acme, ['Alice'])
    await globex.join(alice, byNobody())
    await acme.startInterview(alice, byNobody())
    const { entryId } = await placeOf(alice, globex)
    await alice.override({ status: 'interviewing', entryId }, byNobody())
    assert.lengthOf(await insideOf(acme), 0)
    assert.lengthOf(await insideOf(globex), 1)
    assert.equal((await placeOf(alice, acme)).completedAt, null)
  })

  test('never into a slot that does not exist', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody())
    const { entryId } = await placeOf(bob, acme)
    await assertRefused(assert, () => bob.override({ status: 'interviewing', entryId }, byNobody()), 'fair.refusals.override_full')
  })

  test('nor where the person does not wait', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    const { entryId } = await placeOf(bob, acme)
    await assertRefused(assert, () => alice.override({ status: 'interviewing', entryId }, byNobody()), 'fair.refusals.not_waiting')
  })
})
