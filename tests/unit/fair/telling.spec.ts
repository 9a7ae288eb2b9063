import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, anAttendee, byNobody, inLine } from '#database/factories/fair/fairs'
import Notification from '#models/messaging/notification'
import { person } from '#tests/support/agent'
import { interviewOf } from '#tests/support/fair'

async function alicesNews() {
  const alice = await person('alice')
  return (await Notification.newsOf(alice.id, DateTime.utc())).news.map((news) => news.kind)
}

test.group('Who is told what', () => {
  test('a call is a notification for those who have an account, with the way to it', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair, { name: 'Acme' })
    const alice = await person('alice')
    await acme.join(await anAttendee(fair, 'Alice', alice.id), byNobody())
    const [news] = (await Notification.newsOf(alice.id, DateTime.utc())).news
    assert.include(news, { kind: 'fair.called', path: `/salon/${fair.slug}/my` })
    assert.equal(news.params.stand, 'Acme')
  })

  test('a call that is withdrawn is news no more', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    await acme.join(await anAttendee(fair, 'Alice', (await person('alice')).id), byNobody())
    await acme.pause(byNobody())
    assert.deepEqual(await alicesNews(), [])
    await acme.resume(byNobody())
    assert.deepEqual(await alicesNews(), ['fair.called'])
  })

  test('nor is one that was followed', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    await acme.join(attendee, byNobody())
    await acme.startInterview(attendee, byNobody())
    assert.deepEqual(await alicesNews(), [])
  })

  test('R19 a stand on pause tells nobody anything', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    await inLine(fair, acme, ['Zoé'])
    await acme.join(attendee, byNobody())
    const before = await db.from('notifications').count('* as total').firstOrFail()
    await acme.pause(byNobody())
    assert.deepEqual(await db.from('notifications').count('* as total').firstOrFail(), before)
    assert.deepEqual(await alicesNews(), [])
  })

  test('R16 marked passed, the person is told to make themselves available', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const attendee = await anAttendee(fair, 'Alice', (await person('alice')).id)
    await acme.join(attendee, byNobody())
    await acme.startInterview(attendee, byNobody())
    await acme.markPassed(await interviewOf(attendee), byNobody())
    assert.deepEqual(await alicesNews(), ['fair.passed'])
    await attendee.resume(byNobody())
    assert.deepEqual(await alicesNews(), [], 'no longer once available again')
  })

  test('of a fair that overruns, people are told as of any other, and not for ever', async ({ assert }) => {
    const now = DateTime.utc()
    const fair = await aFair({ startsAt: now.minus({ hours: 9 }), endsAt: now.minus({ hours: 1 }) })
    const acme = await aStand(fair)
    const alice = await person('alice')
    const attendee = await anAttendee(fair, 'Alice', alice.id)
    await acme.join(attendee, byNobody())
    assert.deepEqual(await alicesNews(), ['fair.called'])
    await acme.startInterview(attendee, byNobody())
    await acme.markPassed(await interviewOf(attendee), byNobody())
    assert.deepEqual(await alicesNews(), ['fair.passed'])
    assert.deepEqual(await Notification.newsOf(alice.id, now.plus({ hours: 3 })), { unread: 0, news: [] })
  })
})

test.group('The audit', () => {
  test('every verb leaves one line that says who, what, on which object and when', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice, bob] = await inLine(fair, acme, ['Alice', 'Bob'])
    const by = { kind: 'stand' as const, id: acme.id, address: '192.0.2.7', requestId: 'r-1' }
    await acme.startInterview(alice, byNobody())
    const interview = await interviewOf(alice)
    await acme.markPassed(interview, { by, at: DateTime.fromISO('2026-11-21T10:00:00Z') })
    await alice.resume(byNobody())
    await alice.pause(byNobody())
    await acme.leave(bob, byNobody())
    await acme.pause(byNobody())
    await acme.resume(byNobody())
    await alice.override({ status: 'available' }, byNobody())
    await fair.close(byNobody())

    const lines = await db.from('audit_events').where('fair_id', fair.id).orderBy('id')
    assert.deepEqual(
      lines.map((line) => line.action),
      [
        'fair.fair.opened',
        'fair.stand.added',
        'fair.queue_entry.joined',
        'fair.queue_entry.joined',
        'fair.interview.started',
        'fair.interview.passed',
        'fair.attendee.resumed',
        'fair.attendee.paused',
        'fair.queue_entry.left',
        'fair.stand.paused',
        'fair.stand.resumed',
        'fair.attendee.overridden',
        'fair.fair.closed',
      ]
    )
    const passed = lines.find((line) => line.action === 'fair.interview.passed')
    assert.include(passed, {
      actor_kind: 'stand',
      actor_id: acme.id,
      address: '192.0.2.7',
      request_id: 'r-1',
      object_type: 'interview',
      object_id: interview.id,
    })
    assert.equal(passed.at.toISOString(), '2026-11-21T10:00:00.000Z')
  })

  test('what changes nothing leaves no line', async ({ assert }) => {
    const fair = await aFair()
    const acme = await aStand(fair)
    const [alice] = await inLine(fair, acme, ['Alice'])
    await acme.resume(byNobody())
    await alice.resume(byNobody())
    await fair.open(byNobody())
    const lines = await db.from('audit_events').where('fair_id', fair.id).whereIn('action', ['fair.stand.resumed', 'fair.attendee.resumed'])
    assert.lengthOf(lines, 0)
    assert.lengthOf(await db.from('audit_events').where({ fair_id: fair.id, action: 'fair.fair.opened' }), 1)
  })
})
