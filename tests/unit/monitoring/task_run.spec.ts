import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import TaskRun from '#models/monitoring/task_run'
import { sweep } from '#services/sweeper'

const NOON = DateTime.utc(2026, 11, 21, 12)

test.group('A recurring task', () => {
  test('runs once for the time at which it was due, whoever asks', async ({ assert }) => {
    let runs = 0
    const work = async () => void runs++
    assert.isTrue(await TaskRun.execute('test.count', NOON, work))
    assert.isFalse(await TaskRun.execute('test.count', NOON, work))
    assert.equal(runs, 1)
    assert.isTrue(await TaskRun.execute('test.count', NOON.plus({ minutes: 15 }), work))
    assert.isTrue(await TaskRun.execute('test.other', NOON, work))
    assert.equal(runs, 3)
  })

  test('that fails says so, and is not run again for the same time', async ({ assert }) => {
    assert.isTrue(await TaskRun.execute('test.fail', NOON, () => Promise.reject(new Error('no disk'))))
    const run = await TaskRun.query().where('task', 'test.fail').firstOrFail()
    assert.containsSubset(run.$attributes, { outcome: 'failed', error: 'no disk' })
    assert.isNotNull(run.finishedAt)
    assert.isFalse(await TaskRun.execute('test.fail', NOON, async () => {}))
  })

  test('is remembered for three months', async ({ assert }) => {
    for (const days of [91, 1]) await TaskRun.execute('test.old', NOON.minus({ days }), async () => {})
    await TaskRun.query()
      .where('task', 'test.old')
      .where('due_at', '<', NOON.minus({ days: 90 }).toJSDate())
      .update({
        finished_at: DateTime.utc().minus({ days: 91 }).toJSDate(),
      })
    await sweep()
    assert.lengthOf(await TaskRun.query().where('task', 'test.old'), 1)
  })

  test('remembers when it was last due, whether it was done or not', async ({ assert }) => {
    assert.isUndefined(await TaskRun.lastDue('test.late'))
    await TaskRun.execute('test.late', NOON.plus({ hours: 1 }), async () => {})
    await TaskRun.execute('test.late', NOON, () => Promise.reject(new Error('x')))
    assert.equal((await TaskRun.lastDue('test.late'))?.toMillis(), NOON.plus({ hours: 1 }).toMillis())
    const done = await TaskRun.query().where({ task: 'test.late', outcome: 'done' }).firstOrFail()
    assert.isAtLeast(done.finishedAt!.toMillis(), done.startedAt.toMillis())
  })
})
