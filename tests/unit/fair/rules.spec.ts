import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { calledAt, insideOf, interviewOf, placeOf, statusOf, assertRefused } from '#tests/support/fair'

test.group('Rules of the fair (§1.4)', () => {
  test('R1 the order is that of arrival, whatever happens meanwhile', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob, chloe] = await inLine(fair, acme, ['Alice', 'Bob', 'Chloé'])
    await alice.pause(byNobody())
    await bob.pause(byNobody())
    assert.deepEqual(await calledAt(acme), ['Chloé'])
    await bob.resume(byNobody())
    assert.deepEqual(await calledAt(acme), ['Bob'])
    await alice.resume(byNobody())
    assert.deepEqual(await calledAt(acme), ['Alice'])
    assert.deepEqual(await Promise.all([alice, bob, chloe].map(async (one) => (await placeOf(one, acme)).position)), [1, 2, 3])
  })

  test('R2 R3 somebody inside elsewhere is skipped and keeps the place', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair), await aStand(fair)]
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await globex.join(alice, byNobody())
    await globex.startInterview(alice, byNobody())
    assert.deepEqual(await calledAt(acme), ['Bob'])
    await globex.markPassed(await interviewOf(alice), byNobody())
    assert.deepEqual(await calledAt(acme), ['Bob'])
    await alice.resume(byNobody())
    assert.deepEqual(await calledAt(acme), ['Alice'])
  })

  test('R4 first at two stands: both call, the person chooses, the other call is withdrawn', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair), await aStand(fair)]
    const [alice] = await inLine(fair, acme, ['Alice'])
    await globex.join(alice, byNobody())
    assert.deepEqual([await calledAt(acme), await calledAt(globex)], [['Alice'], ['Alice']])
    await globex.startInterview(alice, byNobody())
    assert.deepEqual([await calledAt(acme), await calledAt(globex)], [[], []])
  })

  test('R5 becoming available calls at every stand where it is the turn (R14 b)', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair), await aStand(fair)]
    const [alice] = await inLine(fair, acme, ['Alice'])
    await alice.pause(byNobody())
    await globex.join(alice, byNobody())
    assert.deepEqual([await calledAt(acme), await calledAt(globex)], [[], []])
    await alice.resume(byNobody())
    assert.deepEqual([await calledAt(acme), await calledAt(globex)], [['Alice'], ['Alice']])
  })

  test('R6 inside, nobody pauses nor resumes by themselves', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.startInterview(alice, byNobody())
    await assertRefused(assert, () => alice.pause(byNobody()), 'fair.refusals.status_inside')
    await assertRefused(assert, () => alice.resume(byNobody()), 'fair.refusals.status_inside')
  })

  test('R7 R12 marked passed: paused, and the slot is free at once (R14 a)', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody())
    assert.deepEqual(await calledAt(acme), [])
    await acme.markPassed(await interviewOf(alice), byNobody())
    assert.equal(await statusOf(alice), 'paused')
    assert.equal((await alice.outlook()).presence.pause!.reason, 'passed')
    assert.deepEqual(await calledAt(acme), ['Bob'])
    assert.equal((await placeOf(alice, acme)).code, 'completed')
  })

  test('R9 a stand has one slot unless the organiser says otherwise', async ({ assert }) => {
    const fair = await aFair()
    assert.equal((await aStand(fair)).slots, 1)
  })

  test('R13 exactly as many are called as there are free slots', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { slots: 2 })
    await inLine(fair, acme, ['Alice', 'Bob', 'Chloé'])
    assert.deepEqual(await calledAt(acme), ['Alice', 'Bob'])
  })

  test('R14 e somebody ahead becomes unavailable: the next is called', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice', 'Bob'])
    await alice.pause(byNobody())
    assert.deepEqual(await calledAt(acme), ['Bob'])
  })

  test('R15 people ahead: not passed, not inside here, even when away', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair, { slots: 2 }), await aStand(fair)]
    const [alice, bob, chloe, david, emma] = await inLine(fair, acme, ['Alice', 'Bob', 'Chloé', 'David', 'Emma'])
    assert.equal((await placeOf(emma, acme)).ahead, 4)
    await acme.startInterview(alice, byNobody())
    assert.equal((await placeOf(emma, acme)).ahead, 3)
    await acme.markPassed(await interviewOf(alice), byNobody())
    assert.equal((await placeOf(emma, acme)).ahead, 3)
    await globex.join(bob, byNobody())
    await globex.startInterview(bob, byNobody())
    await chloe.pause(byNobody())
    assert.equal((await placeOf(emma, acme)).ahead, 3)
    assert.equal((await placeOf(bob, acme)).ahead, 0)
    assert.equal((await placeOf(david, acme)).ahead, 2)
  })

  test('§1.6 with nobody ahead and the slot taken, one goes after whoever is inside', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody())
    assert.include(await placeOf(bob, acme), { ahead: 0, inside: 'Alice M.', code: 'full' })
  })

  test('R17 R18 a paused stand leaves the list, except for those in its queue', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { name: 'Acme' })
    await aStand(fair, { name: 'Globex' })
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.pause(byNobody())
    const seenBy = async (id: number | null) =>
      (await fair.standCards(id, { search: '', show: 'all', sort: { by: 'name', down: false }, page: 1 })).rows.map((stand) => stand.name)
    assert.deepEqual(await seenBy(null), ['Globex'])
    assert.deepEqual(await seenBy(alice.id), ['Acme', 'Globex'])
    assert.include(await placeOf(alice, acme), { standPaused: true, position: 1 })
  })

  test('R19 R20 a paused stand calls nobody; resuming calls whose turn it is (R14 f)', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.pause(byNobody())
    assert.deepEqual(await calledAt(acme), [])
    await acme.resume(byNobody())
    assert.deepEqual(await calledAt(acme), ['Alice'])
  })

  test('fewer slots than people inside: they stay, and nobody is called until there is room', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { slots: 3 })
    const [alice, bob, chloe] = await inLine(fair, acme, ['Alice', 'Bob', 'Chloé', 'David'])
    for (const one of [alice, bob, chloe]) await acme.startInterview(one, byNobody())
    await acme.configure({ name: acme.name, slots: 1, queueLimit: null }, byNobody())
    assert.lengthOf(await insideOf(acme), 3)
    await acme.markPassed(await interviewOf(alice), byNobody())
    await acme.markPassed(await interviewOf(bob), byNobody())
    assert.deepEqual(await calledAt(acme), [])
    await acme.markPassed(await interviewOf(chloe), byNobody())
    assert.deepEqual(await calledAt(acme), ['David'])
  })

  test('closing the fair withdraws every call; opening it again calls the same people', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    await inLine(fair, acme, ['Alice'])
    await fair.close(byNobody())
    assert.deepEqual(await calledAt(acme), [])
    await fair.open(byNobody(DateTime.utc()))
    assert.deepEqual(await calledAt(acme), ['Alice'])
  })
})
