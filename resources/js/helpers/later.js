/** Does each thing once, at some instant within a moment: pages that are told the same at once do not all ask at once. */
export class Later {
  #planned = new Map()

  /** @param draw where in the moment, from 0 to 1 */
  constructor(draw = Math.random) {
    this.draw = draw
  }

  /**
   * Told again meanwhile, it is done once all the same; told with more haste, it is put forward.
   * @param moment how long it may wait (ms)
   * @param from and from which part of it on: what waits until late is often told again before, and done once for all
   */
  within(moment, key, action, from = 0) {
    const now = Date.now()
    if (this.#planned.get(key)?.at <= now + moment) return
    this.drop(key)
    const delay = (from + (1 - from) * this.draw()) * moment
    const timer = setTimeout(() => {
      this.#planned.delete(key)
      action()
    }, delay)
    this.#planned.set(key, { at: now + delay, timer })
  }

  /** It was done otherwise. */
  drop(key) {
    clearTimeout(this.#planned.get(key)?.timer)
    this.#planned.delete(key)
  }
}
