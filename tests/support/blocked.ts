import type { Assert } from '@japa/assert'
import db from '@adonisjs/lucid/services/db'
import { eventually } from '#tests/support/time'

/** Waits until so many transactions of this database wait for what another holds. */
export async function blocked(assert: Assert, count: number) {
  await eventually(async () => assert.equal(await waiting(), count))
}

/** Begins something, and waits until it is done or has to wait for what another holds. @returns it, to be waited for later */
export async function begun<T>(assert: Assert, work: () => Promise<T>) {
  let over = false
  const doing = work().finally(() => (over = true))
  doing.catch(() => {})
  await eventually(async () => assert.isTrue(over || (await waiting()) > 0))
  return { doing }
}

async function waiting(): Promise<number> {
  const { rows } = await db.rawQuery(
    `select count(*)::integer as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  )
  return rows[0].count
}
