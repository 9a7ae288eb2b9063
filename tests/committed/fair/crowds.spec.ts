import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { drawToken } from '#models/accounts/secret_link'
import { lockStand } from '#models/fair/floor'
import { violations } from '#tests/support/invariants'

/** More than there are connections to the database. */
const CROWD = 60

async function crowd() {
  const fair = await aFair()
  const stand = await aStand(fair)
  const people = await Promise.all(Array.from({ length: CROWD }, (_, n) => anAttendee(fair, `P${n}`)))
  return { fair, stand, people }
}

test.group('A crowd at one stand', () => {
  test('takes no connection that another page needs', async ({ assert }) => {
    const { fair, stand, people } = await crowd()
    const holding = await db.transaction()
    await lockStand(holding, stand.id)
    const joining = people.map((one) => fair.enqueue(stand, one, byNobody(), { despite: true }))
    try {
      await fair.refresh()
    } finally {
      await holding.commit()
      await Promise.allSettled(joining)
    }
    await Promise.all(joining)
    assert.deepEqual(await violations(fair.id), [])
  })

  test('leaves nothing of whoever joins in a transaction that is undone', async ({ assert }) => {
    const fair = await aFair()
    const [stand, alice] = await Promise.all([aStand(fair), anAttendee(fair, 'Alice')])
    const asking = await db.transaction()
    await fair.enqueue(stand, alice, { ...byNobody(), trx: asking })
    await fair.welcome(stand, { token: drawToken(), givenName: 'Zoé', familyName: 'Martin' }, null, { ...byNobody(), trx: asking })
    await asking.rollback()
    assert.isEmpty(await stand.related('entries').query())
    assert.lengthOf(await fair.related('attendees').query(), 1)
  })

  test('is served in the order in which it came', async ({ assert }) => {
    const { fair, stand, people } = await crowd()
    await Promise.all(people.map((one) => fair.enqueue(stand, one, byNobody(), { despite: true })))
    const places = await db.from('queue_entries').where('stand_id', stand.id).orderBy('position')
    const order = people.map(({ id }) => places.findIndex(({ attendee_id }) => attendee_id === id))
    // Two are on their way at once; without the line, some were overtaken by thirty.
    assert.isBelow(Math.max(...order.map((at, came) => Math.abs(at - came))), 6)
  })
})
