import db from '@adonisjs/lucid/services/db'

/** What only surrounds a query. */
const FRAME = /^(begin|commit|rollback|savepoint|release)\b/i

/** The channels that are told something while `work` runs, in order. */
export async function signalsOf(work: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = []
  const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
    if (sql.includes('pg_notify')) told.push(...(JSON.parse(String(bindings[1])).channels ?? []))
  }
  const knex = db.connection().getWriteClient()
  knex.on('query', listen)
  await work().finally(() => knex.off('query', listen))
  return told
}

/** The queries that `work` sends to the database, in order. */
export async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  const listen = ({ sql }: { sql: string }) => {
    if (!FRAME.test(sql.trim())) seen.push(sql)
  }
  const knex = db.connection().getWriteClient()
  knex.on('query', listen)
  try {
    await work()
  } finally {
    knex.off('query', listen)
  }
  return seen
}
