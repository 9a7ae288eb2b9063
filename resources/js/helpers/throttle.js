/** Runs the first call of each key at once and keeps the last of those that come too soon: never waits for quiet. */
export class Throttle {
  #waiting = new Map()

  constructor(interval) {
    this.interval = interval
  }

  run(key, action) {
    if (this.#waiting.has(key)) return void this.#waiting.set(key, action)
    action()
    this.#waiting.set(key, null)
    setTimeout(() => this.#next(key), this.interval)
  }

  #next(key) {
    const action = this.#waiting.get(key)
    this.#waiting.delete(key)
    if (action) this.run(key, action)
  }
}
