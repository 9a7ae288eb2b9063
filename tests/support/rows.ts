import db from '@adonisjs/lucid/services/db'
import { settled } from '#services/recurring'
import { memories } from '#services/remembered'

/** What browsers and machines leave behind, whatever they are answered. */
const TRACES = new Set(['sessions', 'rate_limits', 'task_runs', 'adonis_schema', 'adonis_schema_versions'])

let tables: string[] | undefined

/** What `pg_stat_xact_user_tables` adds up of each table, without all else that it looks up: a third of the time. */
const WRITES = ['inserted', 'updated', 'deleted'].map((what) => `pg_stat_get_xact_tuples_${what}(oid)`).join(' + ')

/**
 * Whether anything has been written in the transaction since, even if it came to the same: PostgreSQL counts. Thirty times
 * quicker than comparing `everyRow`, which says what.
 */
export async function writesNow(): Promise<number> {
  const { rows } = await db.rawQuery(
    `select coalesce(sum(${WRITES}), 0) as total from pg_class
    where relkind in ('r', 'm', 'p') and relnamespace = 'public'::regnamespace and relname <> all(?)`,
    [[...TRACES]]
  )
  return Number(rows[0].total)
}

/** Every table of the domain, with how many rows it has and what is written in them. */
export async function everyRow(): Promise<Record<string, string>> {
  tables ??= await domainTables()
  const contents = tables.map(
    (table) => `(select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from ${table} t) as ${table}`
  )
  const { rows } = await db.rawQuery(`select ${contents.join(', ')}`)
  return rows[0]
}

async function domainTables(): Promise<string[]> {
  const { rows } = await db.rawQuery(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`
  )
  return rows.map((row: { relname: string }) => row.relname).filter((table: string) => !TRACES.has(table))
}

/** What `work` does is as if it had not been: several stories can start from the same moment. */
export async function undone<T>(work: () => Promise<T>): Promise<T> {
  const forget = memories()
  await db.rawQuery('savepoint moment')
  try {
    return await work()
  } finally {
    // What goes on after the answer has its own savepoints in the same transaction.
    await settled()
    await db.rawQuery('rollback to savepoint moment')
    forget()
  }
}
