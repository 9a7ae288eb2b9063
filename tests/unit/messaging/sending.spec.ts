import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { deliveriesConfig } from '#config/deliveries'
import Delivery from '#models/messaging/delivery'
import { delayAfter } from '#models/messaging/delivery/ending'
import { attempt, forgetJobs, tidyDeliveries } from '#models/messaging/sending'
import { deliver } from '#models/mixins/delivering'
import { PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import { person } from '#tests/support/agent'
import { Recorder, plug } from '#tests/support/channels'
import { aDelivery, now } from '#tests/support/deliveries'
import { later, withClock } from '#tests/support/time'
import { applyRetention } from '#models/monitoring/retention'
import { settings } from '#services/settings'

async function tried(delivery: Delivery) {
  await attempt(delivery.id, now())
  return delivery.refresh()
}

async function jobs() {
  const rows = await db.from('queue_jobs').orderBy('execute_at').select('queue', 'status', 'execute_at', 'data')
  return rows.map(({ data, ...job }) => ({ ...job, id: JSON.parse(data).payload.id }))
}

test.group('A delivery', (group) => {
  withClock(group)

  test('is sent once, whoever tries how often', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    plug('email', recorder, cleanup)
    const delivery = await aDelivery({ secrets: { name: 'Alice' } })
    assert.deepEqual(await jobs(), [{ queue: 'email', status: 'pending', execute_at: null, id: delivery.id }])
    assert.notInclude(delivery.secrets!, 'Alice')

    await tried(delivery)
    await tried(delivery)
    assert.lengthOf(recorder.sent, 1)
    assert.include(recorder.sent[0].text, 'Bonjour Alice,')
    assert.equal(recorder.sent[0].messageId, delivery.messageId)
    assert.equal(delivery.status, 'sent')
    assert.equal(delivery.attempts, 1)
    assert.isNull(delivery.secrets, 'what was secret is erased')
  })

  test('waits without an attempt while its channel is closed, then leaves', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    recorder.open = false
    plug('email', recorder, cleanup)
    const delivery = await tried(await aDelivery())
    assert.equal(delivery.status, 'waiting')
    assert.equal(delivery.attempts, 0)
    later({ hours: 30 })
    recorder.open = true
    assert.equal((await tried(delivery)).status, 'sent')
  })

  test('never leaves after its expiry', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    plug('email', recorder, cleanup)
    const delivery = await aDelivery({ expiresAt: DateTime.now().plus({ minutes: 10 }), secrets: { name: 'Alice' } })
    later({ minutes: 10 })
    await tried(delivery)
    assert.equal(delivery.status, 'expired')
    assert.isNull(delivery.secrets)
    assert.isEmpty(recorder.sent)
  })

  test('does not leave before its time', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    plug('email', recorder, cleanup)
    const morning = DateTime.now().plus({ hours: 9 })
    const delivery = await aDelivery({ notBefore: morning })
    assert.deepEqual(await jobs(), [{ queue: 'email', status: 'delayed', execute_at: morning.toMillis(), id: delivery.id }])
    assert.equal((await tried(delivery)).status, 'waiting')
    later({ hours: 9 })
    assert.equal((await tried(delivery)).status, 'sent')
  })

  test('refused for now is tried later and later, with a job each time, and given up at the end', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    recorder.fails = new TemporaryFailure('450 come back later')
    plug('email', recorder, cleanup)
    const delivery = await aDelivery()
    await db.from('queue_jobs').delete()
    const delays = []
    for (let n = 1; n < deliveriesConfig.attempts; n++) {
      await tried(delivery)
      assert.equal(delivery.status, 'waiting')
      assert.equal(delivery.attempts, n)
      assert.equal(delivery.reason, '450 come back later')
      delays.push(delivery.dueAt.diffNow('seconds').seconds)
      const [job] = await jobs()
      assert.equal(job.execute_at, delivery.dueAt.toMillis())
      await db.from('queue_jobs').delete()
      later({ seconds: Math.ceil(delays.at(-1)!) })
    }
    assert.isTrue(delays.every((delay, n) => delay >= delayAfter(n + 1, 0) - 1 && delay <= delayAfter(n + 1, 1) + 1))
    assert.deepEqual(
      [1, 2, 3, 8, 19].map((n) => delayAfter(n, 0.5)),
      [30, 60, 120, 3600, 3600]
    )
    await tried(delivery)
    assert.equal(delivery.status, 'given_up')
    assert.equal(delivery.attempts, deliveriesConfig.attempts)
    assert.isEmpty(await jobs())
  })

  test('refused for good is given up at once: one line of the audit each, one alert to Adrien for all', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    recorder.fails = new PermanentFailure('550 no such user')
    plug('email', recorder, cleanup)
    const adrien = await person('adrien')
    const alerts = () => db.from('notifications').where({ user_id: adrien.id, kind: 'messaging.delivery_given_up' })
    for (let i = 0; i < 3; i++) {
      const delivery = await tried(await aDelivery({ secrets: { name: 'Alice' } }))
      assert.equal(delivery.status, 'given_up')
      assert.equal(delivery.reason, '550 no such user')
      assert.isNull(delivery.secrets)
    }
    const lines = await db.from('audit_events').where('action', 'messaging.delivery.given_up').select('changes')
    assert.deepEqual(
      lines.map(({ changes }) => changes),
      [1, 2, 3].map(() => ({ channel: 'email', attempts: 1 }))
    )
    assert.lengthOf(await alerts(), 1)
    await db.from('notifications').where('user_id', adrien.id).update({ read_at: new Date() })
    await tried(await aDelivery())
    assert.lengthOf(await alerts(), 2, 'one that was read does not keep the next away')
    await db.from('notifications').where('user_id', adrien.id).update({ read_at: new Date() })
    plug('push', recorder, cleanup)
    await tried(await aDelivery({ channel: 'push', address: '12' }))
    assert.lengthOf(await alerts(), 2, 'a browser that takes none any more is nobody’s trouble')
  })

  test('whose secrets nobody can read any more is given up', async ({ assert, cleanup }) => {
    const recorder = new Recorder()
    plug('email', recorder, cleanup)
    const delivery = await aDelivery({ secrets: { name: 'Alice' } })
    await delivery.merge({ secrets: 'gcm.hidden by another key' }).save()
    assert.equal((await tried(delivery)).status, 'given_up')
    assert.isEmpty(recorder.sent)
  })
})

test.group('Deliveries', (group) => {
  withClock(group)

  test('that were written in a transaction that is undone are not, nor are their jobs', async ({ assert }) => {
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        await deliver(trx, now(), [{ channel: 'email', address: 'alice@example.org', locale: 'fr', template: 'messaging/trial' }])
        throw new Error('undone')
      })
    )
    assert.lengthOf(await Delivery.all(), 0)
    assert.isEmpty(await jobs())
  })

  test('that wait past their expiry end there, and one without a job gets another', async ({ assert }) => {
    const over = await aDelivery({ expiresAt: DateTime.now().plus({ minutes: 1 }) })
    const lost = await aDelivery()
    await db.from('queue_jobs').delete()
    const waiting = await aDelivery()
    later({ minutes: 6 })
    for (let i = 0; i < 2; i++) await tidyDeliveries(now())
    assert.equal((await over.refresh()).status, 'expired')
    assert.sameMembers(
      (await jobs()).map(({ id }) => id),
      [lost.id, waiting.id]
    )
  })

  test('are forgotten long after their end, and those that wait never', async ({ assert, cleanup }) => {
    plug('email', new Recorder(), cleanup)
    const sent = await tried(await aDelivery())
    const waiting = await aDelivery()
    later({ hours: 24 * settings().retention.deliveries - 1 })
    await applyRetention(now())
    await forgetJobs()
    assert.lengthOf(await Delivery.all(), 2)
    later({ hours: 2 })
    await applyRetention(now())
    await forgetJobs()
    assert.deepEqual(
      (await Delivery.all()).map(({ id }) => id),
      [waiting.id]
    )
    assert.notEqual(sent.id, waiting.id)
    assert.deepEqual(
      (await jobs()).map(({ id }) => id),
      [waiting.id]
    )
  })
})
