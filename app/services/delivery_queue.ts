import type { AcquiredJob } from '@adonisjs/queue/types'
import { KnexAdapter } from '@boringnode/queue/drivers/knex_adapter'
import type { Knex } from 'knex'

interface Asked {
  resolve: (job: AcquiredJob | null) => void
  reject: (error: unknown) => void
}

/** How often what was put off is looked at (ms). */
const EVERY = 500

/**
 * The queue's tables, read in one statement for all that are free to work: the package's driver (0.6.2) takes two
 * transactions for each, busy or idle, and one more to look for schedules, which we have elsewhere.
 */
export class DeliveryQueue extends KnexAdapter {
  readonly #knex: Knex
  readonly #asked = new Map<string, Asked[]>()
  readonly #looked = new Map<string, number>()
  #worker = ''

  constructor(connection: Knex) {
    super({ connection })
    this.#knex = connection
  }

  override setWorkerId(worker: string) {
    this.#worker = worker
    super.setWorkerId(worker)
  }

  override async claimDueSchedule() {
    return null
  }

  override popFrom(queue: string) {
    return new Promise<AcquiredJob | null>((resolve, reject) => {
      const asked = this.#asked.get(queue)
      if (asked) return void asked.push({ resolve, reject })
      this.#asked.set(queue, [{ resolve, reject }])
      queueMicrotask(() => void this.#answer(queue))
    })
  }

  /** Everybody who asked in the same turn. */
  async #answer(queue: string) {
    const asked = this.#asked.get(queue)!
    this.#asked.delete(queue)
    try {
      await this.#bringBack(queue)
      const jobs = await this.#take(queue, asked.length)
      for (const [i, { resolve }] of asked.entries()) resolve(jobs[i] ?? null)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }

  /** What was put off until now. */
  async #bringBack(queue: string) {
    const now = Date.now()
    if (now - (this.#looked.get(queue) ?? 0) < EVERY) return
    this.#looked.set(queue, now)
    const due = this.#knex('queue_jobs').where({ queue, status: 'delayed' }).where('execute_at', '<=', now)
    await due.update({ status: 'pending', score: this.#knex.ref('execute_at'), execute_at: null })
  }

  async #take(queue: string, limit: number): Promise<AcquiredJob[]> {
    const acquiredAt = Date.now()
    const { rows } = await this.#knex.raw<{ rows: { data: string }[] }>(
      `update queue_jobs set status = 'active', worker_id = ?, acquired_at = ?
       where queue = ? and id = any (array(
         select id from queue_jobs where queue = ? and status = 'pending' order by score limit ? for update skip locked))
       returning data`,
      [this.#worker, acquiredAt, queue, queue, limit]
    )
    return rows.map(({ data }) => ({ ...JSON.parse(data), acquiredAt }))
  }
}
