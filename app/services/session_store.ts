import { hash } from 'node:crypto'
import string from '@adonisjs/core/helpers/string'
import db from '@adonisjs/lucid/services/db'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { gathered } from '#services/gathered'
import { type StoredSession, sessions } from '#services/known_users'

/** Below this age, a session is not written again only to move its expiry. */
const TOUCH_EVERY = 60_000

/** What a session remembers of the sign-in that it holds: until when at most (ms), and whether the browser keeps it when it is closed. */
export interface HeldSignIn {
  until: number
  remembered: boolean
}

/**
 * Sessions in PostgreSQL, one store a request. Unlike the package's own it keeps only a hash of the identifier
 * (a stolen backup opens nothing) and does not turn each page view into an UPDATE. A session that holds a sign-in lasts a
 * little longer than that, which says itself when it is over: whose form was lost is then still known.
 */
export class DatabaseSessionStore implements SessionStoreContract {
  /** whether nothing of it will be written, so that what was read a moment ago will do */
  readonly = false
  readonly #age: number
  #found: string | null = null
  #expiresAt = 0
  #until = 0

  constructor(age: string | number) {
    this.#age = string.seconds.parse(age) * 1000
  }

  async read(sessionId: string): Promise<SessionData | null> {
    const id = keyOf(sessionId)
    const row = await (this.readonly ? sessions.get(id, () => readWatched(id)) : readSession(id))
    if (!row) return null
    this.#found = sessionId
    this.#expiresAt = row.expires_at.getTime()
    // Read for each: two requests at once would change the same values.
    const data = JSON.parse(row.data) as SessionData
    this.#until = untilOf(data)
    return data
  }

  /** One that was there and is gone was ended by another request meanwhile: it does not come back. */
  async write(sessionId: string, values: SessionData) {
    sessions.forget(keyOf(sessionId))
    this.#until = untilOf(values)
    const row = { data: JSON.stringify(values), expires_at: new Date(this.#expiry) }
    if (sessionId === this.#found) await db.from('sessions').where('id', keyOf(sessionId)).update(row)
    else
      await db
        .insertQuery()
        .table('sessions')
        .insert({ id: keyOf(sessionId), ...row })
        .knexQuery.onConflict('id')
        .merge()
  }

  async destroy(sessionId: string) {
    sessions.forget(keyOf(sessionId))
    await db.from('sessions').where('id', keyOf(sessionId)).delete()
  }

  /** @param every below this age (ms) it is not worth a write */
  async touch(sessionId: string, every = TOUCH_EVERY) {
    const expiresAt = this.#expiry
    if (expiresAt - this.#expiresAt < every) return
    await db
      .from('sessions')
      .where('id', keyOf(sessionId))
      .update({ expires_at: new Date(expiresAt) })
  }

  get #expiry() {
    return Math.max(Date.now(), this.#until) + this.#age
  }
}

async function find(ids: string[]) {
  const { rows } = await db
    .connection()
    .rawQuery<{ rows: (StoredSession & { id: string })[] }>(
      'select id, data, expires_at from sessions where id = any(?) and expires_at > ?',
      [ids as never, new Date()]
    )
  return new Map(rows.map((row) => [row.id, row]))
}

const readSession = gathered(find)
const readWatched = gathered(find, { patient: true })

function untilOf(values: SessionData) {
  return (values.sign_in as HeldSignIn | undefined)?.until ?? 0
}

function keyOf(sessionId: string) {
  return hash('sha256', sessionId, 'base64url')
}
