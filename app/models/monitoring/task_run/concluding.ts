import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { type Act, SYSTEM } from '#models/mixins/act'
import { alertAdmins } from '#models/mixins/alerting'
import { signal } from '#models/mixins/live'
import { withdrawNews } from '#models/mixins/notifying'
import type TaskRun from '#models/monitoring/task_run'

/** How often a run says that its process is still at it (ms), and after how long without a word it is not. */
export const BEAT = 10_000
export const LOST_AFTER = { minutes: 1 }

/** What administrators are told about: at most one alert that is not read. */
const ABOUT = 'tasks:failed'

/** As much of an error as the page shows (characters). */
const LONGEST = 500

export async function beat(run: TaskRun) {
  try {
    await db.from('task_runs').where('id', run.id).whereNull('finished_at').update({ seen_at: new Date() })
  } catch (error) {
    logger.warn({ err: error, task: run.task }, 'a task that runs cannot say so')
  }
}

export async function conclude(run: TaskRun, failure?: Error) {
  const act: Act = { by: SYSTEM, at: DateTime.now() }
  await db.transaction(async (trx) => {
    const row = { outcome: failure ? 'failed' : 'done', error: failure?.message.slice(0, LONGEST) ?? null, finished_at: act.at.toJSDate() }
    await trx.from('task_runs').where('id', run.id).update(row)
    if (failure) await alertAdmins(trx, act, { kind: 'monitoring.task_failed', path: '/admin/tasks', about: ABOUT })
    else if (await allIsWell(trx)) await withdrawNews(trx, act, [ABOUT])
    await signal(trx, ['tasks'])
  })
}

/** Whether the last run of each task was done. */
async function allIsWell(trx: TransactionClientContract) {
  const { rows } = await trx.rawQuery(
    `select 1 from (select distinct on (task) outcome from task_runs where finished_at is not null order by task, started_at desc) last
     where outcome = 'failed' limit 1`
  )
  return rows.length === 0
}
