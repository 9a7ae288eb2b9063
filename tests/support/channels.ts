import app from '@adonisjs/core/services/app'
import { Mailer } from '@adonisjs/mail'
import { SMTPTransport } from '@adonisjs/mail/transports/smtp'
import type { TestContext } from '@japa/runner/core'
import type { Letter } from '#models/mixins/delivering'
import { channels } from '#services/channels'
import type { Channel, Outgoing } from '#services/channels/channel'
import { EmailChannel } from '#services/channels/email'
import type { Rendered } from '#services/letters'
import type { Mailbox } from '#tests/support/smtp'

type Cleanup = TestContext['cleanup']

/** For one test, what leaves by this channel leaves by this one. */
export function plug(name: Letter['channel'], channel: Channel, cleanup: Cleanup) {
  const usual = channels[name]
  channels[name] = channel
  cleanup(() => void (channels[name] = usual))
}

/** For one test, mails go to this server. */
export async function mailTo({ port }: Pick<Mailbox, 'port'>, cleanup: Cleanup) {
  const transport = new SMTPTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  const mailer = new Mailer('smtp', transport, await app.container.make('emitter'), { from: 'no-reply@tremplin.example' })
  plug('email', new EmailChannel(true, async () => mailer), cleanup)
  cleanup(() => transport.close())
}

/** A channel that remembers, and does what it is told. */
export class Recorder implements Channel {
  open = true
  readonly sent: (Rendered & Pick<Outgoing, 'address' | 'messageId'>)[] = []
  fails: Error | null = null

  async send({ address, messageId }: Outgoing, rendered: Rendered) {
    if (this.fails) throw this.fails
    this.sent.push({ ...rendered, address, messageId })
    return { messageId }
  }
}
