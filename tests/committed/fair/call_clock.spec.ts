import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { aFair, aStand, inLine } from '#database/factories/fair/fairs'
import Call from '#models/fair/call'
import { CallClock } from '#services/call_clock'
import { calledAt } from '#tests/support/fair'

const inMilliseconds = (milliseconds: number) => DateTime.utc().plus({ milliseconds })

/** Waits for what happens by itself. @returns whether it has, within three seconds */
async function happens(what: () => Promise<boolean>) {
  const until = Date.now() + 3000
  while (Date.now() < until) if (await what()) return true
  return false
}

test.group('The clock of calls', () => {
  test('ends a call at its time, and hears of a sooner one', async ({ assert, cleanup }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    await inLine(fair, stand, ['Alice', 'Bob', 'Chloé'])
    const clock = new CallClock()
    cleanup(() => clock.stop())
    await clock.start()
    for (const [name, next] of [
      ['Alice', 'Bob'],
      ['Bob', 'Chloé'],
    ]) {
      assert.deepEqual(await calledAt(stand), [name])
      const due = inMilliseconds(400)
      await db.from('calls').where('stand_id', stand.id).whereNull('ended_at').update({ expires_at: due.toJSDate() })
      clock.ring()
      assert.isTrue(await happens(async () => (await calledAt(stand))[0] === next))
      const call = await Call.query().where('stand_id', stand.id).where('outcome', 'missed').orderBy('id', 'desc').firstOrFail()
      assert.isAtLeast(call.endedAt!.toMillis(), due.toMillis())
    }
  })

  test('is not put off by calls that follow each other without a pause', async ({ assert, cleanup }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    await inLine(fair, stand, ['Alice', 'Bob'])
    const clock = new CallClock()
    await clock.start()
    const others = setInterval(() => clock.ring(), 20)
    cleanup(() => clock.stop().finally(() => clearInterval(others)))
    await db
      .from('calls')
      .where('stand_id', stand.id)
      .update({ expires_at: inMilliseconds(200).toJSDate() })
    assert.isTrue(await happens(async () => (await calledAt(stand))[0] === 'Bob'))
  })

  test('after an outage nobody has missed what they could not answer: another minute', async ({ assert, cleanup }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    await inLine(fair, stand, ['Alice', 'Bob'])
    await db
      .from('calls')
      .where('stand_id', stand.id)
      .update({ expires_at: inMilliseconds(-60_000).toJSDate() })
    const clock = new CallClock()
    cleanup(() => clock.stop())
    const started = DateTime.utc()
    await clock.start()
    const call = await Call.query().where('stand_id', stand.id).firstOrFail()
    assert.isNull(call.endedAt)
    assert.closeTo(call.expiresAt.diff(started).as('seconds'), 60, 5)
    assert.deepEqual(await calledAt(stand), ['Alice'])
  })
})
