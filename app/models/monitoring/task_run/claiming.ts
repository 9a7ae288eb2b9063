import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import TaskRun from '#models/monitoring/task_run'
import { LOST_AFTER } from '#models/monitoring/task_run/concluding'

/** With the task, the advisory lock of whoever would run it. */
const LOCK = 727277

interface Wanted {
  task: string
  dueAt: DateTime
  /** the last run that whoever asks has seen */
  after?: number
}

/** Whoever inserts the row runs the task: one at a time, and once for each time at which it was due. */
export function claim(wanted: Wanted, act: Act) {
  return within(act, async (trx) => {
    await trx.rawQuery('select pg_advisory_xact_lock(?, hashtext(?))', [LOCK, wanted.task])
    await bury(trx, wanted.task, act)
    if (await wasAskedFor(trx, wanted)) return undefined
    const row = { task: wanted.task, due_at: wanted.dueAt.toJSDate(), started_at: act.at.toJSDate(), seen_at: act.at.toJSDate() }
    const requester = { requested_by: act.by.kind === 'user' ? act.by.id : null }
    const [claimed] = await trx
      .knexQuery()
      .insert({ ...row, ...requester })
      .into('task_runs')
      .onConflict()
      .ignore()
      .returning('id')
    if (!claimed) return undefined
    const run = await TaskRun.findOrFail(claimed.id, { client: trx })
    if (run.requestedBy) await run.track(trx, act, 'monitoring.task.requested', { task: wanted.task })
    await signal(trx, ['tasks'])
    return run
  })
}

/** A run whose process died holds nobody up. */
async function bury(trx: TransactionClientContract, task: string, { at }: Act) {
  await trx
    .from('task_runs')
    .where('task', task)
    .whereNull('finished_at')
    .whereRaw('coalesce(seen_at, started_at) < ?', [at.minus(LOST_AFTER).toJSDate()])
    .update({ finished_at: at.toJSDate(), outcome: 'failed', error: 'interrupted' })
}

async function wasAskedFor(trx: TransactionClientContract, { task, after }: Wanted) {
  if (after === undefined) return false
  return (await trx.from('task_runs').where('task', task).where('id', '>', after).whereNotNull('requested_by').first()) !== null
}
