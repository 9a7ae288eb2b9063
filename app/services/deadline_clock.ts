import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { type Act, SYSTEM } from '#models/mixins/act'

/** Looked at this often all the same: what another process said may not have been heard (ms). */
const NET = 20_000
/** Many changes at once are one look (ms). */
const GATHER = 100

interface Work {
  /** what a start makes good */
  begin?: (act: Act) => Promise<unknown>
  /** does all that is due */
  meet: (act: Act) => Promise<void>
  /** when something is due next */
  next: () => Promise<Date | null>
  /** what is logged when it fails: it is tried again */
  trouble: string
}

/** Does things at the instant when they are due, from inside the web processes; the database decides which of them does each. */
export class DeadlineClock {
  #timer?: NodeJS.Timeout
  /** when the next look is due (ms), until it begins: none is waited for twice */
  #due = Infinity
  #work: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(readonly work: Work) {}

  async start() {
    await this.work.begin?.({ by: SYSTEM, at: DateTime.utc() })
    this.#after(0)
  }

  /** Something changed in some process; many that follow each other put nothing off. */
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
      await this.work.meet({ by: SYSTEM, at: DateTime.utc() })
      const next = await this.work.next()
      if (next) delay = Math.min(NET, Math.max(0, next.getTime() - Date.now()))
    } catch (error) {
      logger.error({ err: error }, this.work.trouble)
    }
    this.#after(delay)
  }
}
