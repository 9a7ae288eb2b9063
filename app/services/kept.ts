/** What was read a moment ago, or is being read: many who ask at once are one question. */
export class Kept<Key, Value> {
  /** @param age how long it is kept (ms) */
  constructor(readonly age: number) {}

  readonly #found = new Map<Key, { until: number; value: Promise<Value | null> }>()

  async get(key: Key, read: () => Promise<Value | null>): Promise<Value | null> {
    const kept = this.#found.get(key)
    if (kept && kept.until > Date.now()) return kept.value
    this.#tidy()
    const value = read()
    this.#found.set(key, { until: Date.now() + this.age, value })
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
