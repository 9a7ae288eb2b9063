import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, aStand, anAttendee, byNobody } from '#database/factories/fair/fairs'
import { person } from '#tests/support/agent'
import { assertRefused, calledAt } from '#tests/support/fair'

const yves = { givenName: 'Yves', familyName: 'Le Gall', email: 'Yves@example.net', phone: '+33612345678' }
const atTheDoor = { ...yves, standIds: [], another: false }

test.group('Somebody without an account', () => {
  test('is registered before the fair opens, with how to reach them, and linked to nobody', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const attendee = await fair.register({ ...yves, email: 'alice@example.org' }, byNobody())
    assert.containsSubset(attendee.serialize(), { ...yves, email: 'alice@example.org' })
    assert.isNull((await attendee.refresh()).userId)
    const line = await db.from('audit_events').where('action', 'fair.attendee.registered').orderBy('id', 'desc').firstOrFail()
    assert.deepEqual(line.changes, { email: true, phone: true })
  })

  test('has an address that nobody else of the fair has, with or without an account', async ({ assert }) => {
    const fair = await aFair()
    await fair.register(yves, byNobody())
    await fair.attend(await person('alice'), byNobody())
    for (const email of ['yves@EXAMPLE.net', 'Alice@example.org'])
      await assertRefused(assert, () => fair.register({ ...yves, email }, byNobody()), 'fair.refusals.attendee_known')
    const other = await aFair()
    assert.equal((await other.register(yves, byNobody())).email, yves.email)
  })

  test('at the door waits in several queues at once, or is not registered at all', async ({ assert }) => {
    const fair = await aFair()
    const [acme, globex, closed] = [await aStand(fair), await aStand(fair), await aStand(fair)]
    await closed.pause(byNobody())
    const before = await db.from('attendees').count('* as n')
    const refused = () => fair.admit({ ...atTheDoor, standIds: [acme.id, closed.id] }, byNobody())
    await assertRefused(assert, refused, 'fair.refusals.join_paused')
    assert.deepEqual(await db.from('attendees').count('* as n'), before)
    await fair.admit({ ...atTheDoor, standIds: [acme.id, globex.id] }, byNobody())
    for (const stand of [acme, globex]) assert.deepEqual(await calledAt(stand), ['Yves'])
  })

  test('may be somebody who is already there: by name in any order, or by number', async ({ assert }) => {
    const fair = await aFair()
    const known = await fair.register(yves, byNobody())
    await anAttendee(fair, 'Zoé')
    const named = (givenName: string, familyName: string, phone?: string) => ({ givenName, familyName, phone })
    for (const who of [named('yves', 'LE GALL'), named('Le Gall', 'Yvès'), named('Y.', 'Inconnu', yves.phone)])
      assert.deepEqual(
        (await fair.namesakes(who)).map(({ id }) => id),
        [known.id]
      )
    assert.isEmpty(await fair.namesakes(named('Yvonne', 'Le Gall')))
    const second = { ...atTheDoor, email: null, phone: null }
    await assertRefused(assert, () => fair.admit(second, byNobody()), 'fair.refusals.attendee_namesake')
    assert.notEqual((await fair.admit({ ...second, another: true }, byNobody())).id, known.id)
  })

  test('is described again by the organiser, and by themselves alone once they have an account', async ({ assert }) => {
    const fair = await aFair()
    const attendee = await fair.register(yves, byNobody())
    await fair.register({ ...yves, email: 'zoe@example.net' }, byNobody())
    await attendee.describe({ ...yves, familyName: 'Le Goff', phone: null }, byNobody())
    assert.containsSubset((await attendee.refresh()).serialize(), { familyName: 'Le Goff', phone: null, email: yves.email })
    const line = await db.from('audit_events').where('action', 'fair.attendee.described').orderBy('id', 'desc').firstOrFail()
    assert.deepEqual(line.changes, { familyName: true, phone: true })
    const taken = () => attendee.describe({ ...yves, email: 'zoe@example.net' }, byNobody())
    await assertRefused(assert, taken, 'fair.refusals.attendee_known')
    const alice = await fair.attend(await person('alice'), byNobody())
    await assertRefused(assert, () => alice.describe(yves, byNobody()), 'fair.refusals.attendee_owned')
  })
})
