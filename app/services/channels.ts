import app from '@adonisjs/core/services/app'
import { hasSmtp } from '#config/mail'
import { smsConfig } from '#config/sms'
import type { Letter } from '#models/mixins/delivering'
import type { Channel } from '#services/channels/channel'
import { EmailChannel } from '#services/channels/email'
import { PushChannel } from '#services/channels/push'
import { SmsChannel } from '#services/channels/sms'

/** Every way out of the building, by the name that letters give it. */
export const channels: Record<Letter['channel'], Channel> = {
  email: new EmailChannel(hasSmtp, async () => (await app.container.make('mail.manager')).use()),
  push: new PushChannel(),
  sms: new SmsChannel(smsConfig),
}

/** Those that this installation has. */
export function openChannels() {
  return (Object.keys(channels) as Letter['channel'][]).filter((name) => channels[name].open)
}
