import type { Client } from 'pg'

/** Planned at the third time on a connection: what is asked once or twice is not worth keeping. */
const THRESHOLD = 3

/** The most that one connection keeps; texts with lists of different lengths must not fill the server's memory. */
const LIMIT = 400

/** Codes of PostgreSQL for a plan that no longer fits (the tables have changed), or that is no longer there. */
const STALE = new Set(['0A000', '26000', '42P05'])

interface Statement {
  text: string
  values?: unknown[]
  name?: string
}

type Callback = (error: (Error & { code?: string }) | null, result?: unknown) => void
type Query = (statement: Statement, callback: Callback) => unknown

/**
 * Lets the server plan once per connection what it is asked again and again, by naming it. Planning costs more than
 * running most of our queries. Knex names nothing itself; the JDBC driver and postgres.js do the same for everybody.
 */
export function prepareRepeated(client: Client) {
  const times = new Map<string, number>()
  const names = new Map<string, string | null>()
  const query = client.query.bind(client) as Query

  function nameOf(text: string) {
    if (names.has(text)) return names.get(text) ?? undefined
    if (names.size >= LIMIT) return undefined
    const seen = (times.get(text) ?? 0) + 1
    if (seen < THRESHOLD) return void (times.size < 10 * LIMIT && times.set(text, seen))
    times.delete(text)
    names.set(text, `s${names.size}`)
    return names.get(text)!
  }

  const prepared: Query = (statement, callback) => {
    const name = typeof callback === 'function' && statement.values?.length ? nameOf(statement.text) : undefined
    if (!name) return query(statement, callback)
    return query({ ...statement, name }, (error, result) => {
      if (!error?.code || !STALE.has(error.code)) return callback(error, result)
      // Asked again as it was, and no longer by its name. Inside a transaction this fails as well: that one is lost.
      names.set(statement.text, null)
      query(statement, (again, answer) => callback(again?.code === '25P02' ? error : again, answer))
    })
  }
  client.query = prepared as typeof client.query
}
