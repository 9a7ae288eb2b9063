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
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const deadline = Date.now() + this.timeout * 1000
    for (;;) {
      try {
        await db.rawQuery('select 1').timeout(2000)
        return this.logger.success('the database answers')
      } catch (error) {
        if (Date.now() > deadline) {
          this.logger.error(`the database did not answer within ${this.timeout} s: ${(error as Error).message}`)
          this.exitCode = 1
          return
        }
        await sleep(500)
      }
    }
  }
}
