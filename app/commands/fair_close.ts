import { BaseCommand, args } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { DateTime } from 'luxon'

/** `node ace fair:close <fair>`: for whoever keeps the machine, when nobody who runs the fair can be reached. */
export default class FairClose extends BaseCommand {
  static override commandName = 'fair:close'
  static override description = 'Close a fair: nobody is called any more, interviews under way go to their end'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'The last part of its address: /salon/<fair>' })
  declare fair: string

  override async run() {
    const { default: Fair } = await import('#models/fair/fair')
    const { SYSTEM } = await import('#models/mixins/act')
    const fair = await Fair.findBy('slug', this.fair)
    if (!fair) {
      this.logger.error(`There is no fair at /salon/${this.fair}.`)
      this.exitCode = 1
      return
    }
    await fair.close({ by: SYSTEM, at: DateTime.now() })
    this.logger.success(`${fair.name} is closed`)
  }
}
