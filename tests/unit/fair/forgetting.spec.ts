import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import { fairPeople } from '#models/fair/forgetting'
import PushSubscription from '#models/messaging/push_subscription'
import { person } from '#tests/support/agent'
import { interviewOf } from '#tests/support/fair'
import { BROWSER } from '#tests/support/push'

const NOW = DateTime.utc()

/** Alice passed and was noted, Zoé has no account, was told something, and her phone agreed to ring. */
async function aFairOf(endsAt: DateTime) {
  const fair = await aFair({ startsAt: endsAt.minus({ hours: 9 }), endsAt })
  const stand = await aStand(fair)
  const [alice] = await inLine(fair, stand, ['Alice'])
  await alice.merge({ userId: (await person('alice')).id }).save()
  const zoe = await anAttendee(fair, 'Zoé')
  await zoe.merge({ email: 'zoe@example.org', phone: '+33612345678' }).save()
  await stand.startInterview(alice, byNobody(endsAt.minus({ hours: 2 })))
  await stand.markPassed(await interviewOf(alice), byNobody(endsAt.minus({ hours: 1 })))
  const entry = await stand.related('entries').query().firstOrFail()
  await stand.writeNote(entry, { text: 'À rappeler', interest: 5 }, 0, byNobody())
  await fair.announce({ text: 'Votre sac est à l’accueil.', lasts: 'hour', attendeeId: zoe.id }, byNobody())
  const { link } = await zoe.guestLink(byNobody())
  const browser = { ...BROWSER, endpoint: `https://push.example.org/${fair.id}`, userAgent: undefined }
  const device = await PushSubscription.subscribeGuest({ id: link.id, attendeeId: zoe.id, fairId: fair.id }, 'fr', browser, byNobody())
  return { fair, alice, zoe, device }
}

test.group('A fair that is long over', () => {
  test('forgets who had no account, what was noted, what was told to one and the phones that rang; the others and the figures stay', async ({
    assert,
  }) => {
    const old = await aFairOf(NOW.minus({ days: 400 }))
    const recent = await aFairOf(NOW.minus({ days: 10 }))
    const before = NOW.minus({ days: 365 }).toJSDate()
    assert.equal(await fairPeople.count(before), 4)
    const removed = await db.transaction((trx) => fairPeople.remove(trx, before, 1000))
    assert.equal(removed, 4)
    assert.equal(await fairPeople.count(before), 0)
    const { givenName, familyName, email, phone } = await old.zoe.refresh()
    assert.deepEqual([givenName, familyName, email, phone], ['–', '–', null, null])
    assert.equal((await old.alice.refresh()).givenName, 'Alice')
    assert.equal((await recent.zoe.refresh()).email, 'zoe@example.org')
    assert.lengthOf(await db.from('stand_notes'), 1)
    assert.deepEqual(await PushSubscription.query().whereIn('id', [old.device.id, recent.device.id]).select('id').pojo(), [
      { id: recent.device.id },
    ])
    assert.lengthOf(await old.fair.related('attendees').query(), 2)
  })

  test('takes no more at once than it is told', async ({ assert }) => {
    await aFairOf(NOW.minus({ days: 400 }))
    const before = NOW.minus({ days: 365 }).toJSDate()
    for (const expected of [2, 2, 0]) assert.equal(await db.transaction((trx) => fairPeople.remove(trx, before, 2)), expected)
  })
})
