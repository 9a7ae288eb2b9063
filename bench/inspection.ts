import db from '@adonisjs/lucid/services/db'
import { violations } from '#tests/support/invariants'
import type { Bench } from './bench.js'

/** After a load: no rule of the fair is broken, and what was answered is what was written. */
export async function inspect(bench: Bench, fairId: number, { entries }: { entries?: number } = {}) {
  bench.failures.push(...(await violations(fairId)))
  if (entries === undefined) return
  const { rows } = await db.rawQuery(
    `select (select count(*) from queue_entries where fair_id = :fair) as entries,
      (select count(*) from stands s where s.fair_id = :fair and next_position <> 1 + (select count(*) from queue_entries e where e.stand_id = s.id)) as gaps`,
    { fair: fairId }
  )
  if (rows[0].entries !== entries) bench.failures.push(`${entries} joins were answered, ${rows[0].entries} were written`)
  if (rows[0].gaps > 0) bench.failures.push(`${rows[0].gaps} stands skipped a position`)
}
