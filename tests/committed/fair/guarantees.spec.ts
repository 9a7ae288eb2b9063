import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { aFair, aStand, byNobody, inLine } from '#database/factories/fair/fairs'
import { interviewOf } from '#tests/support/fair'

/** Writes past the models, as a mistake would. @returns the SQL state of the refusal */
async function stateOf(sql: string, bindings: unknown[]) {
  try {
    await db.rawQuery(sql, bindings as never)
    return 'accepted'
  } catch (error) {
    return (error as { code: string }).code
  }
}

const CHECK = '23514'
const UNIQUE = '23505'
const FOREIGN = '23503'
const FORBIDDEN = '42501'

test.group('What the database refuses by itself', () => {
  test('a second interview in a stand of one slot, whatever slot it claims', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice, bob] = await inLine(fair, stand, ['Alice', 'Bob'])
    await stand.startInterview(alice, byNobody())
    const entry = await bob.related('entries').query().firstOrFail()
    const insert = `insert into interviews (queue_entry_id, stand_id, attendee_id, slot, started_at, started_by) values (?, ?, ?, ?, now(), 'x')`
    assert.equal(await stateOf(insert, [entry.id, stand.id, bob.id, 1]), CHECK)
    assert.equal(await stateOf(insert, [entry.id, stand.id, bob.id, 2]), CHECK)
  })

  test('an interview that goes on again in a slot that somebody has taken', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice, bob] = await inLine(fair, stand, ['Alice', 'Bob'])
    await stand.startInterview(alice, byNobody())
    const { id } = await interviewOf(alice)
    await stand.markPassed(await interviewOf(alice), byNobody())
    await stand.startInterview(bob, byNobody())
    const reopen = 'update interviews set ended_at = null, ended_by = null, outcome = null, slot = ? where id = ?'
    for (const slot of [1, 2]) assert.equal(await stateOf(reopen, [slot, id]), CHECK)
  })

  test('two interviews of one person', async ({ assert }) => {
    const fair = await aFair()
    const [stand, other] = [await aStand(fair), await aStand(fair, { slots: 2 })]
    const [alice] = await inLine(fair, stand, ['Alice'])
    await other.join(alice, byNobody())
    await stand.startInterview(alice, byNobody())
    const entry = await alice.related('entries').query().where('stand_id', other.id).firstOrFail()
    const insert = `insert into interviews (queue_entry_id, stand_id, attendee_id, slot, started_at, started_by) values (?, ?, ?, 2, now(), 'x')`
    assert.equal(await stateOf(insert, [entry.id, other.id, alice.id]), UNIQUE)
  })

  test('a position again, a second place, a stand of another fair', async ({ assert }) => {
    const [fair, elsewhere] = [await aFair(), await aFair()]
    const [stand, foreign] = [await aStand(fair), await aStand(elsewhere)]
    const [alice, bob] = await inLine(fair, stand, ['Alice', 'Bob'])
    await stand.leave(bob, byNobody())
    const insert = `insert into queue_entries (fair_id, stand_id, attendee_id, position, rank_key, joined_at) values (?, ?, ?, ?, 1, now())`
    assert.equal(await stateOf(insert, [fair.id, stand.id, bob.id, 2]), UNIQUE)
    assert.equal(await stateOf(insert, [fair.id, stand.id, alice.id, 9]), UNIQUE)
    assert.equal(await stateOf(insert, [fair.id, foreign.id, alice.id, 1]), FOREIGN)
  })

  test('no slot, more than fifty, a stand twice under one name', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair, { name: 'Acme' })
    assert.equal(await stateOf('update stands set slots = 0 where id = ?', [stand.id]), CHECK)
    assert.equal(await stateOf('update stands set slots = 51 where id = ?', [stand.id]), CHECK)
    const insert = `insert into stands (fair_id, name, created_at, updated_at) values (?, 'ACME', now(), now())`
    assert.equal(await stateOf(insert, [fair.id]), UNIQUE)
  })

  test('a pause, an opening or a call open twice', async ({ assert }) => {
    const fair = await aFair()
    const stand = await aStand(fair)
    const [alice] = await inLine(fair, stand, ['Alice'])
    const entry = await alice.related('entries').query().firstOrFail()
    assert.equal(await stateOf(`insert into fair_openings (fair_id, started_at, started_by) values (?, now(), 'x')`, [fair.id]), UNIQUE)
    const call = `insert into calls (queue_entry_id, stand_id, attendee_id, called_at, expires_at) values (?, ?, ?, now(), now())`
    assert.equal(await stateOf(call, [entry.id, stand.id, alice.id]), UNIQUE)
  })

  test('a second grace that runs for one person, or a place skipped twice', async ({ assert }) => {
    const fair = await aFair()
    const [stand, other] = [await aStand(fair), await aStand(fair)]
    const [alice] = await inLine(fair, stand, ['Alice'])
    await other.join(alice, byNobody())
    const start = `update calls set grace_started_at = now() where stand_id = ?`
    assert.equal(await stateOf(start, [other.id]), UNIQUE)
    const entry = await alice.related('entries').query().where('stand_id', stand.id).firstOrFail()
    await stand.markAbsent(entry, byNobody())
    const skip = `insert into skips (queue_entry_id, stand_id, attendee_id, call_id, cause, started_at, started_by)
      select queue_entry_id, stand_id, attendee_id, call_id, cause, started_at, started_by from skips where queue_entry_id = ?`
    assert.equal(await stateOf(skip, [entry.id]), UNIQUE)
  })

  test('any change to the audit', async ({ assert }) => {
    await aFair()
    assert.equal(await stateOf(`update audit_events set action = 'x'`, []), FORBIDDEN)
    assert.equal(await stateOf('delete from audit_events', []), FORBIDDEN)
    assert.equal(await stateOf('truncate audit_events', []), FORBIDDEN)
    assert.equal(await stateOf('drop table audit_events', []), FORBIDDEN)
    assert.equal(await stateOf('alter table audit_events disable trigger all', []), FORBIDDEN)
  })
})
