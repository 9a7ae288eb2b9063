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
  const kept = unsaid.get(trx)
  if (kept) for (const channel of unique) kept.channels.add(channel)
  else await tellAll(trx, payloadsOf(unique))
}

/** What a transaction says at its end. */
interface Unsaid {
  channels: Set<string>
  others: Set<string>
}

const unsaid = new WeakMap<TransactionClientContract, Unsaid>()

/** What `work` signals in its transaction is said in one statement, its last: while it holds its locks, each takes time. */
export async function sayingOnce<T>(trx: TransactionClientContract, work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  const kept: Unsaid = { channels: new Set(), others: new Set() }
  unsaid.set(trx, kept)
  const result = await work(trx)
  unsaid.delete(trx)
  await tellAll(trx, [...payloadsOf([...kept.channels]), ...kept.others])
  return result
}

async function say(trx: TransactionClientContract, message: { end: Lost } | { wake: string }) {
  const payload = JSON.stringify(message)
  const kept = unsaid.get(trx)
  if (kept) kept.others.add(payload)
  else await tellAll(trx, [payload])
}

async function tellAll(trx: TransactionClientContract, payloads: string[]) {
  if (payloads.length === 0) return
  await trx.rawQuery('select pg_notify(?, payload) from unnest(?::text[]) payload', [LIVE, payloads as never])
}

/** A payload has at most 8,000 bytes. */
function payloadsOf(channels: string[]) {
  const parts = Array.from({ length: Math.ceil(channels.length / 200) }, (_, i) => channels.slice(i * 200, (i + 1) * 200))
  return parts.map((part) => JSON.stringify({ channels: part }))
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
  await say(trx, { end: holder })
}

/** Tells every process, at commit, that there is work of this kind to be done. */
export async function wake(trx: TransactionClientContract, work: string) {
  await say(trx, { wake: work })
}

/** A row that pages watch: `stand.channel` is `stands/12`. */
export function Live<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    get channel() {
      return `${(this.constructor as LucidModel).table}/${this.$primaryKeyValue}`
    }
  }
}
