import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'

/** How long the page of tasks can look back (days). */
const TASK_RUNS_KEPT = 90

/** Removes what has expired and says nothing to anybody any more: sessions, rate limits, runs of tasks. */
export async function sweep() {
  await db.from('sessions').where('expires_at', '<', new Date()).delete()
  await db
    .from('task_runs')
    .where('finished_at', '<', DateTime.utc().minus({ days: TASK_RUNS_KEPT }).toJSDate())
    .delete()
  await db.from('rate_limits').where('expire', '<', Date.now()).delete()
}
