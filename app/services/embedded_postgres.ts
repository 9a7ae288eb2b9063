import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Cluster, type EmbeddedOptions } from '#services/embedded_postgres/cluster'
import { exclusively } from '#services/embedded_postgres/exclusive'
import { type Identity, privateFile } from '#services/embedded_postgres/identity'
import { startTime } from '#services/embedded_postgres/process_table'
import { prepareDatabase } from '#services/embedded_postgres/roles'

/** How often a process that needs the database looks whether it is still guarded (ms). */
const WATCH = 2000

/**
 * The PostgreSQL that Tremplin brings with it. One cluster per folder, shared by every process of the
 * installation through a private Unix socket; nothing listens on the network.
 */
export class EmbeddedPostgres {
  readonly #cluster: Cluster
  #watching?: NodeJS.Timeout

  constructor(base: string, options: EmbeddedOptions = { durable: true }) {
    this.#cluster = new Cluster(base, options)
  }

  /** How a `pg` client reaches the cluster. The password is read when a connection opens, not before. */
  connection(user: string, database: string) {
    const password = () => readFileSync(this.#cluster.password, 'utf8')
    // `pg` takes a function; Lucid's type of the same option does not know it.
    return { host: this.#cluster.sockets, port: 5432, user, database, password: password as unknown as string, ssl: false }
  }

  /**
   * Makes the cluster run with its two roles and `database`, and registers this process as one of its clients.
   * Safe to call from several processes at once, and again when the server has gone away.
   * @throws {StartupError} with one sentence
   */
  async ensure(database: string) {
    const who = this.#cluster.settle()
    writeFileSync(this.#presence, startTime(process.pid))
    const lock = join(this.#cluster.base, 'start.lock')
    privateFile(lock, who)
    await exclusively(lock, async () => {
      await this.#cluster.create(who)
      await this.#cluster.running(who)
      await this.#createDatabase(database, who)
    })
  }

  /**
   * `ensure`, and again whenever the guard is found dead for as long as this process lives.
   * @param report hears why a later attempt failed; the next one follows
   */
  async keep(database: string, report: (error: unknown) => void) {
    await this.ensure(database)
    this.#watch(database, report)
  }

  /** This process needs the database no more; the guard stops it some seconds after the last one. */
  release() {
    clearTimeout(this.#watching)
    this.#watching = undefined
    rmSync(this.#presence, { force: true })
  }

  get #presence() {
    return join(this.#cluster.clients, String(process.pid))
  }

  #watch(database: string, report: (error: unknown) => void) {
    this.#watching = setTimeout(async () => {
      if (!this.#cluster.guarded()) await this.ensure(database).catch(report)
      if (this.#watching) this.#watch(database, report)
    }, WATCH).unref()
  }

  async #createDatabase(database: string, who: Identity) {
    const client = await this.#superuser(who)
    try {
      await prepareDatabase(client, database, readFileSync(this.#cluster.password, 'utf8'))
    } finally {
      await client.end()
    }
  }

  /** Accepting connections is not yet being ready: after a crash PostgreSQL first recovers. */
  async #superuser(who: Identity) {
    for (;;) {
      const client = new pg.Client(this.connection('postgres', 'postgres'))
      client.on('error', () => undefined)
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(() => undefined)
        if (!['57P03', 'ENOENT', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code: string }).code)) throw error
        await sleep(20)
        await this.#cluster.running(who)
      }
    }
  }
}
