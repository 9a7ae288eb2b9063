import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { feedOf } from '#models/fair/feed'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { interviewOf } from '#tests/support/fair'

const START = DateTime.utc()
const after = (seconds: number) => byNobody(START.plus({ seconds }))

test.group('What happened last', () => {
  test('at a stand is told from its rows, the latest first', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice, bob] = [await anAttendee(fair, 'Alice'), await anAttendee(fair, 'Bob')]
    await stand.join(alice, after(1))
    await stand.join(bob, after(2))
    await stand.startInterview(alice, after(3))
    await stand.leave(bob, after(4))
    await stand.pause(after(5))
    await stand.markPassed(await interviewOf(alice), after(6))
    await stand.resume(after(7))
    const feed = await feedOf({ standId: stand.id })
    assert.deepEqual(
      feed.map(({ kind, name }) => [kind, name]),
      [
        ['resumed', null],
        ['passed', 'Alice Martin'],
        ['paused', null],
        ['left', 'Bob Martin'],
        ['started', 'Alice Martin'],
        ['joined', 'Bob Martin'],
        ['joined', 'Alice Martin'],
      ]
    )
    assert.deepEqual(await feedOf({ fairId: fair.id }), feed)
  })

  test('goes when it is taken back, and is something else when it is done again', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice] = await inLine(fair, stand, ['Alice'])
    await stand.startInterview(alice, after(1))
    const interview = await interviewOf(alice)
    const passed = async () => (await feedOf({ standId: stand.id })).filter(({ kind }) => kind === 'passed').map(({ id }) => id)
    await stand.markPassed(interview, after(2))
    const [first] = await passed()
    await stand.undoPassed(interview, after(3))
    assert.isEmpty(await passed())
    await stand.markPassed(interview, after(4))
    assert.notEqual((await passed())[0], first)
  })

  test('is twenty things of all the stands, and of no other fair', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex] = [await aStand(fair), await aStand(fair)]
    const people = await inLine(
      fair,
      acme,
      Array.from({ length: 15 }, (_, i) => `A${i}`)
    )
    for (const one of people.slice(0, 12)) await globex.join(one, after(60))
    const other = await aFair()
    await inLine(other, await aStand(other), ['Zoé'])
    const feed = await feedOf({ fairId: fair.id })
    assert.lengthOf(feed, 20)
    assert.lengthOf(
      feed.filter(({ standId }) => standId === globex.id),
      12
    )
    assert.lengthOf(await feedOf({ standId: globex.id }), 12)
  })
})
