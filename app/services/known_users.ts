/*
 * Who asks for the parts of pages that refetch themselves, all day: kept for some seconds, as their stream is kept open, and
 * forgotten with what ends that stream. A whole page, and whatever changes something, asks the database.
 */
import { type Lost, onEnd } from '#models/mixins/live'

/** How long it is kept (ms). */
const AGE = 10_000

/** What was read a moment ago, or is being read: many who ask at once are one question. */
class Kept<Key, Value> {
  readonly #found = new Map<Key, { until: number; value: Promise<Value | null> }>()

  async get(key: Key, read: () => Promise<Value | null>): Promise<Value | null> {
    const kept = this.#found.get(key)
    if (kept && kept.until > Date.now()) return kept.value
    this.#tidy()
    const value = read()
    this.#found.set(key, { until: Date.now() + AGE, value })
    // Nobody is remembered as unknown, nor a database as away.
    const found = await value.catch((error) => {
      this.forget(key)
      throw error
    })
    if (!found) this.forget(key)
    return found
  }

  forget(key: Key) {
    this.#found.delete(key)
  }

  clear() {
    this.#found.clear()
  }

  /** They were put in as they were read: the oldest first. */
  #tidy() {
    for (const [key, { until }] of this.#found) {
      if (until > Date.now()) return
      this.#found.delete(key)
    }
  }
}

/** A sign-in with its user and their rights, as the database has them. */
export type Row = Record<string, unknown> & { id: number }

/** A session, as the database has it. */
export interface StoredSession {
  data: string
  expires_at: Date
}

export const signIns = new Kept<number, Row>()
export const sessions = new Kept<string, StoredSession>()

/** Somebody’s right is no more, or has changed. */
export function forgetWho({ signIn, user }: Lost) {
  if (signIn !== undefined) signIns.forget(signIn)
  // Rare, and there are few: all of them are asked again.
  if (user !== undefined) signIns.clear()
}

/** What was said meanwhile was not heard. */
export function forgetAll() {
  signIns.clear()
  sessions.clear()
}

onEnd(forgetWho)
