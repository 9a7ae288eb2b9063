import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import TaskRun from '#models/monitoring/task_run'
import { person } from '#tests/support/agent'
import { later, withClock } from '#tests/support/time'

const NOON = DateTime.utc(2026, 11, 21, 12)
const nothing = async () => {}
const broken = () => Promise.reject(new Error('no disk'))

async function byAdrien() {
  const { id } = await person('adrien')
  return { by: { kind: 'user' as const, id }, at: DateTime.utc() }
}

const alerts = () =>
  db
    .from('notifications')
    .where('kind', 'monitoring.task_failed')
    .where((query) => query.whereNull('expires_at').orWhere('expires_at', '>', new Date()))

test.group('A task that somebody asks for', (group) => {
  withClock(group)

  test('runs once, however often they ask from the same page, and says who asked', async ({ assert }) => {
    const act = await byAdrien()
    const run = await TaskRun.request('test.count', 0, act)
    assert.equal(run!.stateAt(act.at), 'running')
    assert.isUndefined(await TaskRun.request('test.count', 0, act), 'it is under way')
    await run!.carryOut(nothing)
    later({ seconds: 1 })
    assert.isUndefined(await TaskRun.request('test.count', 0, await byAdrien()), 'it was asked for since')
    assert.exists(await TaskRun.request('test.count', run!.id, await byAdrien()))
    const [line] = await db.from('audit_events').where('action', 'monitoring.task.requested').select('changes', 'actor_id')
    assert.deepEqual(line, { changes: { task: 'test.count' }, actor_id: act.by.id })
  })

  test('is not one that is due meanwhile, which waits for its next time', async ({ assert }) => {
    const run = await TaskRun.request('test.count', 0, await byAdrien())
    assert.isFalse(await TaskRun.execute('test.count', NOON, nothing))
    await run!.carryOut(nothing)
    assert.isTrue(await TaskRun.execute('test.count', NOON, nothing))
  })

  test('that died with its process holds nobody up', async ({ assert }) => {
    const dead = await TaskRun.request('test.dead', 0, await byAdrien())
    later({ seconds: 59 })
    assert.isFalse(await TaskRun.execute('test.dead', NOON, nothing))
    later({ seconds: 2 })
    assert.equal(dead!.stateAt(DateTime.now()), 'lost')
    assert.isTrue(await TaskRun.execute('test.dead', NOON, nothing))
    await dead!.refresh()
    assert.containsSubset(dead!.$attributes, { outcome: 'failed', error: 'interrupted' })
  })
})

test.group('A task that fails', (group) => {
  withClock(group)

  test('is told once to each administrator until they have read it, and no more when all is well', async ({ assert }) => {
    await TaskRun.execute('test.one', NOON, broken)
    await TaskRun.execute('test.two', NOON, broken)
    assert.lengthOf(await alerts(), 1)
    later({ minutes: 1 })
    await TaskRun.execute('test.one', NOON.plus({ hours: 1 }), nothing)
    assert.lengthOf(await alerts(), 1, 'the other has not run again')
    later({ minutes: 1 })
    await TaskRun.execute('test.two', NOON.plus({ hours: 1 }), nothing)
    assert.lengthOf(await alerts(), 0)
  })

  test('says why in a few words', async ({ assert }) => {
    await TaskRun.execute('test.long', NOON, () => Promise.reject(new Error('x'.repeat(5000))))
    assert.lengthOf((await TaskRun.findByOrFail('task', 'test.long')).error!, 500)
  })
})
