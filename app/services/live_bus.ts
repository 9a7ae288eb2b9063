import { setTimeout as sleep } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import app from '@adonisjs/core/services/app'
import pg from 'pg'
import { embedded, database } from '#config/database'
import { AROUND, LIVE, type Lost } from '#models/mixins/live'
import { forgetAll, forgetFairs, forgetWho } from '#services/known_users'
import { streams } from '#services/live_streams'
import { reread, rereadAll } from '#services/remembered'

/** At most one signal a channel in this time (ms): the first at once, the last kept. */
const QUIET = 250

/** How often the connection is asked whether it is still there, and how long it may take to say so (ms). */
const PULSE = 20_000
const DEADLINE = 10_000

type Message = { channels: string[] } | { wake: string } | { end: Lost }

/**
 * The ear of one process: PostgreSQL tells every process what was committed, by whichever process or command,
 * and each tells the streams that it holds.
 */
class LiveBus {
  #client?: pg.Client
  #closed = true
  readonly #quiet = new Map<string, { again: boolean }>()
  readonly #workers = new Map<string, () => void>()

  async start() {
    this.#closed = false
    await this.#listen()
  }

  async stop() {
    this.#closed = true
    await this.#client?.end()
  }

  /** Calls `worker` whenever some process commits work of this kind; what was committed while deaf, it has to look for. */
  onWork(kind: string, worker: () => void) {
    this.#workers.set(kind, worker)
  }

  async #listen() {
    const client = new pg.Client(app.config.get<pg.ClientConfig>('database.connections.pg.connection'))
    client.on('error', (error) => logger.warn({ err: error }, 'the live connection to the database was lost'))
    client.on('notification', ({ payload }) => this.#receive(JSON.parse(payload!)))
    await client.connect()
    await client.query(`listen ${LIVE}`)
    client.on('end', () => void this.#returned())
    this.#client = client
    this.#listenTo(client)
    rereadAll()
    forgetAll()
  }

  /** A network may forget an idle connection without a word to anybody: one that no longer answers is ended. */
  #listenTo(client: pg.Client) {
    const pulse = setInterval(() => {
      const deadline = setTimeout(() => client.connection.stream.destroy(), DEADLINE)
      client.query('select 1').then(
        () => clearTimeout(deadline),
        (error) => logger.warn({ err: error }, 'the live connection to the database does not answer')
      )
    }, PULSE).unref()
    client.on('end', () => clearInterval(pulse))
  }

  /** Whatever was said meanwhile is lost, so once back every page asks again. */
  async #returned() {
    for (let attempt = 1; !this.#closed; attempt++) {
      await sleep(Math.min(100 * attempt, 2000))
      try {
        if (attempt % 10 === 0) await embedded?.ensure(database.name)
        await this.#listen()
        return streams.refreshAll()
      } catch (error) {
        logger.warn({ err: error, attempt }, 'the database does not answer yet')
      }
    }
  }

  #receive(message: Message) {
    if ('end' in message) {
      forgetWho(message.end)
      return streams.end(message.end)
    }
    if ('wake' in message) return this.#workers.get(message.wake)?.()
    forgetFairs(message.channels)
    for (const channel of message.channels) this.#relay(channel)
  }

  #relay(channel: string) {
    const pending = this.#quiet.get(channel)
    if (pending) {
      pending.again = true
      return
    }
    if (channel.endsWith(`/${AROUND}`)) streams.broadcastAround(channel.slice(0, -AROUND.length - 1))
    else streams.broadcast(channel)
    reread(channel)
    const state = { again: false }
    this.#quiet.set(channel, state)
    setTimeout(() => {
      this.#quiet.delete(channel)
      if (state.again) this.#relay(channel)
    }, QUIET).unref()
  }
}

export const bus = new LiveBus()
