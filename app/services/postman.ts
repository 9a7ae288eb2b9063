import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { Job, Locator, Worker, exponentialBackoff } from '@adonisjs/queue'
import { DateTime } from 'luxon'
import { deliveriesConfig } from '#config/deliveries'
import { attempt } from '#models/messaging/sending'
import { SYSTEM } from '#models/mixins/act'
import { DELIVERY_JOB } from '#models/mixins/delivering'
import { openChannels } from '#services/channels'
import { DeliveryQueue } from '#services/delivery_queue'

/** How long it rests when there is nothing to do and nobody rings (ms). */
const REST = 5000

class DeliveryJob extends Job<{ id: number }> {
  async execute() {
    try {
      await attempt(this.payload.id, { by: SYSTEM, at: DateTime.now() })
    } catch (error) {
      logger.error({ err: error, delivery: this.payload.id }, 'a delivery could not be tried')
      throw error
    }
  }
}

/**
 * Sends what waits, on the channels that this installation has, inside of its process. Several processes share the
 * work; what one held when it died is taken by another once it has been silent for `stalled`.
 */
export class Postman {
  readonly #queues = openChannels()
  readonly #worker: Worker
  #round?: Promise<void>
  #leaving = false
  #rung = false
  #wake?: () => void

  /** @param options.stalled how long a job may be held without a sign of life (ms) */
  constructor({ stalled = 30_000 } = {}) {
    Locator.register(DELIVERY_JOB, DeliveryJob)
    this.#worker = new Worker({
      default: 'database',
      adapters: { database: () => new DeliveryQueue(db.connection().getWriteClient()) },
      logger,
      autoLoadJobs: false,
      // It is the delivery that counts its attempts: what fails here is the database, and the job outlives that.
      retry: { maxRetries: Infinity, backoff: exponentialBackoff({ baseDelay: '5s', maxDelay: '10m' }) },
      worker: {
        concurrency: deliveriesConfig.concurrency,
        idleDelay: '1s',
        stalledThreshold: stalled,
        stalledInterval: stalled,
        maxStalledCount: Infinity,
        gracefulShutdown: false,
      },
    })
  }

  start() {
    if (this.#queues.length) this.#round = this.#work()
  }

  /** There is something new. */
  ring() {
    this.#rung = true
    this.#wake?.()
  }

  /** Finishes what it holds, and takes no more. */
  async stop() {
    this.#leaving = true
    this.ring()
    await this.#worker.stop()
    await this.#round
    // What it took at the very moment when it was told.
    await this.#worker.stop()
  }

  async #work() {
    while (!this.#leaving) {
      const cycle = await this.#worker.processCycle(this.#queues)
      if (cycle?.type === 'error') logger.warn({ err: cycle.error }, 'the queue of deliveries does not answer')
      if (cycle?.type === 'idle' || cycle?.type === 'error') await this.#rest()
    }
  }

  async #rest() {
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, REST)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    this.#wake = undefined
    this.#rung = false
  }
}
