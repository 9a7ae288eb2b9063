/* Those who are about to join a stand's queue, before its lock. */
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import limit, { type LimitFunction } from 'p-limit'
import type { Act } from '#models/mixins/act'
import { sayingOnce } from '#models/mixins/live'

/** At one stand: the one that holds its lock, and the next, which has its connection already. */
const ABREAST = 2

const lines = new Map<number, LimitFunction>()

/**
 * A transaction that will lock this stand. PostgreSQL lets those in who wait for a row that changes in whatever order they wake,
 * and each of them keeps a connection that every other page then lacks: they wait here, in the order in which they came. An act
 * that has its transaction has its connection too, and waits for nobody who might wait for it.
 */
export async function inLineAt<T>(standId: number, act: Act, work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  if (act.trx) return work(act.trx)
  const line = lines.get(standId) ?? limit(ABREAST)
  lines.set(standId, line)
  try {
    return await line(() => db.transaction((trx) => sayingOnce(trx, work)))
  } finally {
    if (line.activeCount + line.pendingCount === 0) lines.delete(standId)
  }
}
