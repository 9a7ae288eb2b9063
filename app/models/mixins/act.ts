import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sayingOnce } from '#models/mixins/live'

/** Who does something. A stand has no account, nor has an attendee who gave only a name: their secret link speaks for them. */
export interface Actor {
  kind: 'user' | 'stand' | 'attendee' | 'station' | 'system'
  id: number | null
  address?: string | null
  requestId?: string | null
}

/** The last argument of every verb: who, at which instant, and inside which transaction if one is already open. */
export interface Act {
  by: Actor
  at: DateTime
  trx?: TransactionClientContract
}

export const SYSTEM: Actor = { kind: 'system', id: null }

/** `user:12`, `stand:4`, `system`: how a row remembers its author. */
export function authorOf({ kind, id }: Actor) {
  return id === null ? kind : `${kind}:${id}`
}

/** The same act, by this user when nobody was signed in: a form or a mailed link says who it is. */
export function actingFor(user: { id: number }, { by, ...act }: Act): Act {
  return { ...act, by: by.kind === 'user' && by.id === null ? { ...by, id: user.id } : by }
}

/** Runs `work` in the transaction of the act, or in one of its own: a transaction is never opened inside another. */
export function within<T>(act: Act, work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  return act.trx ? work(act.trx) : db.transaction((trx) => sayingOnce(trx, work))
}
