import { hash } from 'node:crypto'
import type { Client } from 'pg'

/** Planned at the third time on a connection: what is asked once or twice is not worth keeping. */
const THRESHOLD = 3

/** The most that one connection keeps of the server's memory. */
const LIMIT = 400

/** A text with more values than this is a list, and lists of other lengths are other texts: they would take every place. */
const MOST_VALUES = 24

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
  const names = new Map<string, string>()
  const query = client.query.bind(client) as Query
  let generation = 0

  function nameOf(text: string) {
    const known = names.get(text)
    if (known || names.size >= LIMIT) return known
    const seen = (times.get(text) ?? 0) + 1
    if (seen < THRESHOLD) return void (times.size < 10 * LIMIT && times.set(text, seen))
    times.delete(text)
    // Made of the text: whoever else shares the server's connection means the same by it.
    const name = `${hash('sha256', text, 'base64url').slice(0, 24)}_${generation}`
    names.set(text, name)
    return name
  }

  /** The tables have changed, so no plan is trusted any more; the same texts get other names. */
  function forgetAll() {
    names.clear()
    generation++
  }

  const prepared: Query = (statement, callback) => {
    const repeatable = typeof callback === 'function' && statement.values?.length && statement.values.length <= MOST_VALUES
    const name = repeatable ? nameOf(statement.text) : undefined
    if (!name) return query(statement, callback)
    return query({ ...statement, name }, (error, result) => {
      if (!error?.code || !STALE.has(error.code)) return callback(error, result)
      forgetAll()
      // Asked again as it was. Inside a transaction this fails as well: that one is lost.
      query(statement, (again, answer) => callback(again?.code === '25P02' ? error : again, answer))
    })
  }
  client.query = prepared as typeof client.query
}
