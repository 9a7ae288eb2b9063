import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { figuresOf } from '#models/fair/figures'
import { interviewOf } from '#tests/support/fair'

test.group('The figures of the control room', () => {
  test('are all zero at an empty fair', async ({ assert }) => {
    const figures = await figuresOf((await aFair()).id)
    assert.deepEqual(new Set(Object.values(figures)), new Set([0]))
    assert.lengthOf(Object.keys(figures), 11)
  })

  /*
   * Acme (2 slots): Alice inside, Bob passed and so paused, Chloé waits, Denis has left. Globex: Alice waits. Initech is paused, and
   * Chloé waits there. Umbrella: Chloé waits, nobody is inside. Emma came and joined nothing. Elsewhere, at another fair, the same.
   */
  test('count as the definitions say (§1.14)', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex, initech, umbrella] = [await aStand(fair, { slots: 2 }), await aStand(fair), await aStand(fair), await aStand(fair)]
    const [alice, bob, chloe, denis] = await inLine(fair, acme, ['Alice', 'Bob', 'Chloé', 'Denis'])
    await anAttendee(fair, 'Emma')
    await globex.join(alice, byNobody())
    await initech.join(chloe, byNobody())
    await initech.pause(byNobody())
    await umbrella.join(chloe, byNobody())
    await acme.leave(denis, byNobody())
    await acme.startInterview(alice, byNobody())
    await acme.startInterview(bob, byNobody())
    await acme.markPassed(await interviewOf(bob), byNobody())
    const other = await aFair()
    await inLine(other, await aStand(other), ['Zoé'])
    assert.deepEqual(await figuresOf(fair.id), {
      attendees: 5,
      available: 3,
      interviewing: 1,
      paused: 1,
      // Bob, Denis and Emma
      idleAttendees: 3,
      stands: 4,
      // Globex and Umbrella; Initech is paused
      idleStands: 2,
      interviews: 1,
      inside: 1,
      // five places that are not over (Alice 2, Chloé 3), less one interview
      waiting: 4,
      noShows: 0,
    })
  })
})
