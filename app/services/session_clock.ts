import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { SYSTEM } from '#models/mixins/act'
import { meetDeadlines, nextDeadline } from '#models/postes/deadlines'

/** Looked at this often all the same: what another process said may not have been heard (ms). */
const NET = 20_000
/** Many changes at once are one look (ms). */
const GATHER = 100

/** Ends poste sessions at the second when their time is over, from inside the web processes; the database decides which does each. */
export class SessionClock {
  #timer?: NodeJS.Timeout
  #due = Infinity
  #work: Promise<void> = Promise.resolve()
  #stopped = false

  start() {
    this.#after(0)
  }

  /** Something changed: the next end may be sooner. */
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
      await meetDeadlines({ by: SYSTEM, at: DateTime.utc() })
      const next = await nextDeadline()
      if (next) delay = Math.min(NET, Math.max(0, next.getTime() - Date.now()))
    } catch (error) {
      logger.error({ err: error }, 'poste sessions could not be ended; they are tried again')
    }
    this.#after(delay)
  }
}
