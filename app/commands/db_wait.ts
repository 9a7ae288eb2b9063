import { setTimeout as sleep } from 'node:timers/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** `node ace db:wait --timeout=60`: for scripts that start when the database may not have. */
export default class DbWait extends BaseCommand {
  static override commandName = 'db:wait'
  static override description = 'Wait until the database answers'
  static override options: CommandOptions = { startApp: true }

  @flags.number({ description: 'Seconds to wait at most', default: 60 })
  declare timeout: number

  override async run() {
    const { unusableDatabase } = await import('#services/explain')
    const deadline = Date.now() + this.timeout * 1000
    for (;;) {
      const trouble = await this.#ask(deadline - Date.now())
      if (!trouble) return this.logger.success('the database answers')
      if (Date.now() > deadline) {
        this.exitCode = 1
        return this.logger.error(`${unusableDatabase(trouble)} Waited for ${this.timeout} s.`)
      }
      await sleep(250)
    }
  }

  /** @returns why it did not answer within `patience` (ms), if so */
  async #ask(patience: number) {
    const { default: pg } = await import('pg')
    const { default: app } = await import('@adonisjs/core/services/app')
    const connection = app.config.get<import('pg').ClientConfig>('database.connections.pg.connection')
    const limit = Math.max(patience, 1)
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: limit, query_timeout: limit })
    client.on('error', (error) => this.logger.debug(error.message))
    try {
      await client.connect()
      await client.query('select 1')
    } catch (error) {
      return error as Error
    } finally {
      await client.end().catch((error) => this.logger.debug(error.message))
    }
  }
}
