import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { EmbeddedPostgres } from '#services/embedded_postgres'
import { sweep, temporaryFolder } from '#tests/support/processes'

const wrapper = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres-15')))

const PASSWORD = 'p@ss:word/15'

/** A server of the oldest version that Tremplin runs on, administered by somebody else. */
export class Postgres15 {
  readonly #folder = temporaryFolder('postgres-15')
  readonly #server = new EmbeddedPostgres(join(this.#folder, 'postgres'), {
    durable: false,
    native: join(dirname(dirname(wrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))), 'native'),
  })

  /** Starts it, with nothing in it but what an administrator finds. */
  async start() {
    await this.#server.ensure('postgres')
    await this.query('drop role tremplin_app')
  }

  /** A database whose owner may create roles and is nothing else. @returns the address that an application is given */
  async database(name: string) {
    await this.query(`create role ${name} login createrole password '${PASSWORD}'`)
    await this.query(`create database ${name} owner ${name}`)
    return this.url({ name })
  }

  url({ name, user = name, password = PASSWORD }: { name: string; user?: string; password?: string }) {
    const { host } = this.#server.connection(user, name)
    return `postgres://${user}:${encodeURIComponent(password)}@/${name}?host=${host}`
  }

  /** What its administrator says to it, in one database or in that of administrators. */
  async query(sql: string, database = 'postgres') {
    const client = new pg.Client(this.#server.connection('postgres', database))
    await client.connect()
    try {
      return await client.query(sql)
    } finally {
      await client.end()
    }
  }

  async remove() {
    this.#server.release()
    await sweep(this.#folder)
  }
}
