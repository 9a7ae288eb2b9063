import type { Mailer } from '@adonisjs/mail'
import type { MailTransportContract } from '@adonisjs/mail/types'
import { type Channel, type Outgoing, PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import type { Rendered } from '#services/letters'
import { settings } from '#services/settings'

/** What nodemailer says of a refusal. */
interface SmtpError extends Error {
  code?: string
  response?: string
  responseCode?: number
}

/** The server wants another word from us, not from the mail: whoever runs this can mend it. */
const OURS = new Set([530, 535])

/** E-mail, by SMTP. */
export class EmailChannel implements Channel {
  readonly open: boolean
  readonly #mailer: () => Promise<Mailer<MailTransportContract>>

  constructor(open: boolean, mailer: () => Promise<Mailer<MailTransportContract>>) {
    this.open = open
    this.#mailer = mailer
  }

  async send({ address, locale, messageId }: Outgoing, { subject, html, text, unsubscribe }: Rendered) {
    const mailer = await this.#mailer()
    try {
      await mailer.send((message) => {
        const { name, email } = settings()
        message.from(mailer.config.from as string, name)
        if (email && !mailer.config.replyTo) message.replyTo(email, name)
        message.to(address).subject(subject).html(html).text(text).messageId(messageId)
        message.header('Content-Language', locale)
        // Nobody's holiday answer is wanted.
        message.header('Auto-Submitted', 'auto-generated').header('X-Auto-Response-Suppress', 'All')
        if (unsubscribe)
          message.header('List-Unsubscribe', `<${unsubscribe}>`).header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')
      })
    } catch (error) {
      throw failureOf(error as SmtpError)
    }
    return { messageId }
  }
}

function failureOf(error: SmtpError) {
  const { code, response, responseCode, message } = error
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const forGood = aboutMail && (!responseCode || (responseCode >= 500 && !OURS.has(responseCode)))
  return new (forGood ? PermanentFailure : TemporaryFailure)(response ?? message, { cause: error })
}
