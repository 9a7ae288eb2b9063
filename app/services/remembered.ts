import logger from '@adonisjs/core/services/logger'

const all: Remembered<unknown>[] = []

/**
 * A small part of the database that every process keeps in memory, because whatever is shown needs it: read when the
 * process starts, and again when its channel is signalled (`signal(trx, [channel])`), by whichever process.
 */
export class Remembered<T> {
  #value: T
  #asked = 0

  /** @param first what holds before the database has been read, and where it has no such table yet */
  constructor(
    readonly channel: string,
    first: T,
    readonly read: () => Promise<T>
  ) {
    this.#value = first
    all.push(this as Remembered<unknown>)
  }

  get value() {
    return this.#value
  }

  /** Two readings may come back in another order than they were asked: the last asked counts. */
  async refresh() {
    const turn = ++this.#asked
    const value = await this.read()
    if (turn === this.#asked) this.#value = value
  }

  keep(value: T) {
    this.#asked++
    this.#value = value
  }
}

/** What was committed elsewhere is read here; a database that goes away meanwhile is read when it is back. */
export function reread(channel: string) {
  for (const one of all.filter((remembered) => remembered.channel === channel))
    one.refresh().catch((error) => logger.warn({ err: error, channel }, 'what changed could not be read'))
}

export function rereadAll() {
  for (const { channel } of all) reread(channel)
}

/** Before anything is shown. A database without these tables has not been migrated: the defaults hold. */
export async function remember() {
  await Promise.all(all.map((one) => one.refresh()))
}

/** What is in memory now, to come back to: for tests, which undo what they write. */
export function memories() {
  const kept = all.map((one) => [one, one.value] as const)
  return () => {
    for (const [one, value] of kept) one.keep(value)
  }
}
