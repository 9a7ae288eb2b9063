import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'

/** How long the page of tasks can look back (days). */
const TASK_RUNS_KEPT = 90

/** How long an import says that it was made (days); its lines go as soon as it can no longer be confirmed. */
const IMPORTS_KEPT = 90

/** Removes what has expired and says nothing to anybody any more: sessions, rate limits, runs of tasks, imports. */
export async function sweep() {
  await db.from('sessions').where('expires_at', '<', new Date()).delete()
  await db
    .from('task_runs')
    .where('finished_at', '<', DateTime.utc().minus({ days: TASK_RUNS_KEPT }).toJSDate())
    .delete()
  const expired = db.from('imports').where('expires_at', '<', new Date()).select('id')
  await db.from('import_lines').whereIn('import_id', expired).delete()
  await db
    .from('imports')
    .where('expires_at', '<', DateTime.utc().minus({ days: IMPORTS_KEPT }).toJSDate())
    .delete()
  await db.from('rate_limits').where('expire', '<', Date.now()).delete()
}
