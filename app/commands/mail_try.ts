import { BaseCommand, args } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** `node ace mail:try you@example.org`: whoever sets a mail server wants to see a mail arrive. */
export default class MailTry extends BaseCommand {
  static override commandName = 'mail:try'
  static override description = 'Write a trial message to an address; the running server sends it'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address' })
  declare address: string

  override async run() {
    const { deliver } = await import('#models/mixins/delivering')
    const { SYSTEM } = await import('#models/mixins/act')
    const { settings } = await import('#services/settings')
    const [locale] = settings().locales
    const at = DateTime.now()
    await db.transaction((trx) =>
      deliver(trx, { by: SYSTEM, at }, [
        { channel: 'email', address: this.address, locale, template: 'messaging/trial', expiresAt: at.plus({ days: 1 }) },
      ])
    )
    this.logger.success('Written. The running server sends it; /admin/deliveries says what became of it.')
  }
}
