import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aFair, anAttendeeImport, byNobody } from '#database/factories/fair/fairs'
import { attendeeImport } from '#models/fair/attendee_import'
import { Refusal } from '#exceptions/refusal'

const yves = { givenName: 'Yves', familyName: 'Le Gall', email: null, phone: null, standIds: [], another: false }

const outcomeOf = (error: unknown) => (error instanceof Refusal ? error.sentence : String(error))
const outcomes = (work: Promise<unknown>[]) =>
  Promise.all(
    work.map((one) =>
      one.then(
        () => 'done',
        (error: unknown) => outcomeOf(error)
      )
    )
  )

test.group('Side by side, at two desks', () => {
  test('one person is registered once, by name or by address', async ({ assert }) => {
    const fair = await aFair()
    const named = await outcomes([1, 2, 3].map(() => fair.admit(yves, byNobody())))
    assert.sameMembers(named, ['done', 'fair.refusals.attendee_namesake', 'fair.refusals.attendee_namesake'])
    const other = { ...yves, another: true, email: 'yves@example.net' }
    const addressed = await outcomes([1, 2, 3].map(() => fair.admit(other, byNobody())))
    assert.sameMembers(addressed, ['done', 'fair.refusals.attendee_known', 'fair.refusals.attendee_known'])
    assert.lengthOf(await db.from('attendees').where('fair_id', fair.id), 2)
  })

  test('two imports of one file, and somebody who types one of its names, make each person once', async ({ assert }) => {
    const fair = await aFair()
    const [one, two] = [await anAttendeeImport(fair), await anAttendeeImport(fair)]
    await outcomes([
      one.confirm(attendeeImport(fair), byNobody()),
      two.confirm(attendeeImport(fair), byNobody()),
      fair.admit({ ...yves, email: 'YVES@example.net' }, byNobody()),
    ])
    assert.lengthOf(await db.from('attendees').where('fair_id', fair.id), 1)
  })

  test('a fair that is opened and archived at once is one or the other', async ({ assert }) => {
    const fair = await aFair({ open: false })
    const both = await outcomes([fair.open(byNobody()), fair.archive(byNobody())])
    const open = await fair.isOpen()
    const { archived_at } = await db.from('fairs').where('id', fair.id).firstOrFail()
    assert.equal(both.filter((outcome) => outcome === 'done').length, 1)
    assert.notEqual(open, archived_at !== null)
  })
})
