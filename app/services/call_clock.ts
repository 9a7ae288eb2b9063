import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { expireCalls, nextCallExpiry, reprieveCalls } from '#models/fair/expiring'
import { SYSTEM } from '#models/mixins/act'

/** Looked at this often all the same: what another process said may not have been heard (ms). */
const NET = 20_000
/** Many calls made at once are one look (ms). */
const GATHER = 100

/** Ends calls at the instant when their time is over, from inside the web processes; the database decides which of them does each. */
export class CallClock {
  #timer?: NodeJS.Timeout
  /** when the next look is due (ms), until it begins: none is waited for twice */
  #due = Infinity
  #work: Promise<void> = Promise.resolve()
  #stopped = false

  async start() {
    await reprieveCalls({ by: SYSTEM, at: DateTime.utc() })
    this.#after(0)
  }

  /** Some process made a call; many that follow each other put nothing off. */
  ring() {
    this.#after(GATHER)
  }

  async stop() {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#work
  }

  #after(delay: number) {
    const due = Date.now() + delay
    if (this.#stopped || due >= this.#due) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => (this.#work = this.#work.then(() => this.#tick())), delay).unref()
  }

  async #tick() {
    let delay = NET
    this.#due = Infinity
    try {
      await expireCalls({ by: SYSTEM, at: DateTime.utc() })
      const next = await nextCallExpiry()
      if (next) delay = Math.min(NET, Math.max(0, next.getTime() - Date.now()))
    } catch (error) {
      logger.error({ err: error }, 'calls could not be ended; they are tried again')
    }
    this.#after(delay)
  }
}
