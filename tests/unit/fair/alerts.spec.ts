import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { alertsOf } from '#models/fair/alerts'
import { interviewOf } from '#tests/support/fair'
import type Fair from '#models/fair/fair'

const NINE: DateTime = DateTime.utc(2030, 5, 2, 9)
const after = (minutes: number) => NINE.plus({ minutes })

async function kindsAt(fair: Fair, minutes: number) {
  return (await alertsOf(fair.id, after(minutes))).map(({ kind, stand, name }) => [kind, name ?? stand])
}

async function openFair() {
  const fair = await aFair({ open: false, startsAt: NINE, endsAt: after(600) })
  await fair.open(byNobody(NINE))
  return fair
}

test.group('What wants the organiser', () => {
  test('is an interview of half an hour, from the longest', async ({ assert }) => {
    const fair = await openFair()
    const acme = await aStand(fair, { slots: 2 })
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    await acme.startInterview(alice, byNobody(after(5)))
    await acme.startInterview(bob, byNobody(NINE))
    assert.deepEqual(await kindsAt(fair, 29), [])
    assert.deepEqual(await kindsAt(fair, 30), [['long', 'Bob Martin']])
    assert.deepEqual(await kindsAt(fair, 35), [
      ['long', 'Bob Martin'],
      ['long', 'Alice Martin'],
    ])
    const [first] = await alertsOf(fair.id, after(35))
    assert.include(first, { standId: acme.id, attendeeId: bob.id, interviewId: (await interviewOf(bob)).id, total: 2 })
  })

  test('is a stand where somebody could come in and nobody is, for five minutes', async ({ assert }) => {
    const fair = await openFair()
    const acme = await aStand(fair, { name: 'Acme' })
    const [alice, bob] = [await anAttendee(fair, 'Alice'), await anAttendee(fair, 'Bob')]
    await acme.join(alice, byNobody(after(10)))
    await acme.join(bob, byNobody(after(11)))
    assert.deepEqual(await kindsAt(fair, 14), [])
    assert.deepEqual(await kindsAt(fair, 15), [['idle', 'Acme']])
    assert.equal((await alertsOf(fair.id, after(15)))[0].available, 2)
    // An interview that ends later starts it again, for Bob alone: Alice rests.
    await acme.startInterview(alice, byNobody(after(16)))
    assert.deepEqual(await kindsAt(fair, 22), [])
    await acme.markPassed(await interviewOf(alice), byNobody(after(22)))
    assert.deepEqual(await kindsAt(fair, 26), [])
    assert.deepEqual(await kindsAt(fair, 27), [['idle', 'Acme']])
    // Nobody who could come in, or a stand that is paused, or a fair that is closed: nothing to say.
    await bob.pause(byNobody(after(28)))
    assert.deepEqual(await kindsAt(fair, 60), [])
    await bob.resume(byNobody(after(60)))
    assert.deepEqual(await kindsAt(fair, 64), [])
    assert.deepEqual(await kindsAt(fair, 65), [['idle', 'Acme']])
    await acme.pause(byNobody(after(66)))
    assert.deepEqual(await kindsAt(fair, 80), [])
    await acme.resume(byNobody(after(80)))
    assert.deepEqual(await kindsAt(fair, 84), [])
    assert.deepEqual(await kindsAt(fair, 85), [['idle', 'Acme']])
    await fair.close(byNobody(after(86)))
    assert.deepEqual(await kindsAt(fair, 100), [])
  })

  test('is whoever did not come within the hour, the last first, until it is taken back', async ({ assert }) => {
    const fair = await openFair()
    const acme = await aStand(fair, { name: 'Acme' })
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    const entryOf = async (who: typeof alice) => who.related('entries').query().firstOrFail()
    await acme.markAbsent(await entryOf(alice), byNobody(after(2)))
    await acme.markAbsent(await entryOf(bob), byNobody(after(3)))
    const alerts = await alertsOf(fair.id, after(4))
    assert.deepEqual(
      alerts.map(({ kind, name, skipped, entryId }) => [kind, name, skipped, entryId]),
      [
        ['absent', 'Bob Martin', true, (await entryOf(bob)).id],
        ['absent', 'Alice Martin', true, (await entryOf(alice)).id],
      ]
    )
    await acme.callAgain(await entryOf(bob), byNobody(after(5)))
    assert.isFalse((await alertsOf(fair.id, after(5)))[0].skipped)
    await acme.undoAbsence(await entryOf(bob), byNobody(after(6)))
    assert.deepEqual(await kindsAt(fair, 6), [['absent', 'Alice Martin']])
    assert.deepEqual(
      (await kindsAt(fair, 62)).filter(([kind]) => kind === 'absent'),
      []
    )
  })

  test('is a stand that waits for somebody whom another calls first', async ({ assert }) => {
    const fair = await openFair()
    const [acme, globex] = [await aStand(fair, { name: 'Acme' }), await aStand(fair, { name: 'Globex' })]
    const [alice] = await inLine(fair, acme, ['Alice'])
    await globex.join(alice, byNobody(after(1)))
    const [alert] = await alertsOf(fair.id, after(2))
    assert.include(alert, { kind: 'held', name: 'Alice Martin', stand: 'Globex', before: 'Acme' })
  })

  test('is counted beyond what is shown, and is of this fair', async ({ assert }) => {
    const fair = await openFair()
    const acme = await aStand(fair, { slots: 10 })
    for (const one of await inLine(fair, acme, 'ABCDEFGHIJ'.split(''))) await acme.startInterview(one, byNobody(NINE))
    const alerts = await alertsOf(fair.id, after(31))
    assert.lengthOf(alerts, 8)
    assert.equal(alerts[0].total, 10)
    assert.deepEqual(await alertsOf((await openFair()).id, after(31)), [])
  })
})
