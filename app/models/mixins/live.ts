import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** The PostgreSQL channel on which every process of the installation listens. */
export const LIVE = 'tremplin_live'

/** `stands/12/around`: what surrounds `stands/12` changed, and its watchers, and its queue's, may take their time to see it. */
export const AROUND = 'around'

/**
 * Tells whoever watches these channels that what they show has changed. PostgreSQL delivers it when the
 * transaction commits, to every process, and drops it when the transaction rolls back.
 * @param channels e.g. `stands/12`; nothing else travels, so a page refetches with its own rights
 */
export async function signal(trx: TransactionClientContract, channels: Iterable<string>) {
  const unique = [...new Set(channels)]
  for (const ear of ears) ear(unique)
  // A payload has at most 8,000 bytes.
  for (let i = 0; i < unique.length; i += 200)
    await trx.rawQuery('select pg_notify(?, ?)', [LIVE, JSON.stringify({ channels: unique.slice(i, i + 200) })])
}

const ears: ((channels: string[]) => void)[] = []

/** Calls `ear` at once with what this process is about to signal: what is committed reaches every process, this one too. */
export function onSignal(ear: (channels: string[]) => void) {
  ears.push(ear)
}

/** Whose right is no more. */
export interface Lost {
  signIn?: number
  link?: number
  user?: number
  station?: number
}

const listeners: ((lost: Lost) => void)[] = []

/** Calls `listener` at once when this process takes a right away: what is committed reaches every process, this one too. */
export function onEnd(listener: (lost: Lost) => void) {
  listeners.push(listener)
}

/** Ends, in every process, the streams that were opened with a sign-in or a secret link that is no more. */
export async function endStreams(trx: TransactionClientContract, holder: Lost) {
  for (const listener of listeners) listener(holder)
  await trx.rawQuery('select pg_notify(?, ?)', [LIVE, JSON.stringify({ end: holder })])
}

/** Tells every process, at commit, that there is work of this kind to be done. */
export async function wake(trx: TransactionClientContract, work: string) {
  await trx.rawQuery('select pg_notify(?, ?)', [LIVE, JSON.stringify({ wake: work })])
}

/** A row that pages watch: `stand.channel` is `stands/12`. */
export function Live<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    get channel() {
      return `${(this.constructor as LucidModel).table}/${this.$primaryKeyValue}`
    }
  }
}
