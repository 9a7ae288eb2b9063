import { createHash } from 'node:crypto'
import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'

/** Below this age, a session is not written again only to move its expiry. */
const TOUCH_EVERY = 60_000

/**
 * Sessions in PostgreSQL, one store a request. Unlike the package's own it keeps only a hash of the identifier
 * (a stolen backup opens nothing) and does not turn each page view into an UPDATE.
 */
export class DatabaseSessionStore implements SessionStoreContract {
  readonly #age: number
  #expiresAt = 0

  constructor(age: string | number) {
    this.#age = string.seconds.parse(age) * 1000
  }

  async read(sessionId: string): Promise<SessionData | null> {
    const row = await db
      .from('sessions')
      .where('id', keyOf(sessionId))
      .where('expires_at', '>', new Date())
      .select('data', 'expires_at')
      .first()
    if (!row) return null
    this.#expiresAt = row.expires_at.getTime()
    return JSON.parse(row.data)
  }

  async write(sessionId: string, values: SessionData) {
    await db
      .insertQuery()
      .table('sessions')
      .insert({ id: keyOf(sessionId), data: JSON.stringify(values), expires_at: new Date(Date.now() + this.#age) })
      .knexQuery.onConflict('id')
      .merge()
  }

  async destroy(sessionId: string) {
    await db.from('sessions').where('id', keyOf(sessionId)).delete()
  }

  async touch(sessionId: string) {
    const expiresAt = Date.now() + this.#age
    if (expiresAt - this.#expiresAt < TOUCH_EVERY) return
    await db
      .from('sessions')
      .where('id', keyOf(sessionId))
      .update({ expires_at: new Date(expiresAt) })
  }
}

function keyOf(sessionId: string) {
  return createHash('sha256').update(sessionId).digest('base64url')
}
