import db from '@adonisjs/lucid/services/db'

/** What only surrounds a query. */
const FRAME = /^(begin|commit|rollback|savepoint|release)\b/i

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
