import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { SYSTEM } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import TaskRun from '#models/monitoring/task_run'
import { bus } from '#services/live_bus'
import { SETTINGS, settings } from '#services/settings'
import { eventually } from '#tests/support/time'

test.group('What every process remembers', (group) => {
  const write = (work: (trx: TransactionClientContract) => Promise<unknown>) =>
    db.transaction(async (trx) => {
      await work(trx)
      await signal(trx, [SETTINGS])
    })

  group.each.setup(() => async () => {
    await write((trx) => trx.from('settings').delete())
    await eventually(() => {
      if (settings().name !== 'Tremplin') throw new Error('still changed')
    })
  })

  test('is read again when whoever changed it commits, the last of a burst too', async ({ assert }) => {
    for (const name of ['A', 'B', 'C'])
      await write((trx) =>
        trx
          .knexQuery()
          .insert({ key: 'instance.name', value: JSON.stringify(name), updated_at: new Date() })
          .into('settings')
          .onConflict('key')
          .merge()
      )
    await eventually(() => assert.equal(settings().name, 'C'))
  })

  test('is read again when the process listens again', async ({ assert }) => {
    await db.table('settings').insert({ key: 'instance.name', value: '"Deaf"', updated_at: new Date() })
    assert.equal(settings().name, 'Tremplin', 'nobody said so')
    await bus.stop()
    await bus.start()
    await eventually(() => assert.equal(settings().name, 'Deaf'))
  })
})

test.group('Ten who would run a task at once', () => {
  test('run it once', async ({ assert, cleanup }) => {
    cleanup(async () => void (await TaskRun.query().where('task', 'test.once').delete()))
    let runs = 0
    const at = DateTime.utc()
    const work = async () => void runs++
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        if (n % 2) await TaskRun.execute('test.once', at, work)
        else await (await TaskRun.request('test.once', 0, { by: SYSTEM, at }))?.carryOut(work)
      })
    )
    assert.equal(runs, 1)
  })
})
