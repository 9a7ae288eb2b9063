import { smsConfig } from '#config/sms'
import { type Channel, type Outgoing, PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import type { Rendered } from '#services/letters'

/** Refusals that are about us, or about this moment, and not about the message. */
const PASSING = new Set([401, 403, 408, 425, 429])

/** Messages to telephones, by whichever HTTP gateway the installation has a contract with. */
export class SmsChannel implements Channel {
  readonly #config: typeof smsConfig

  constructor(config: typeof smsConfig) {
    this.#config = config
  }

  get open() {
    return Boolean(this.#config.url)
  }

  async send({ address, messageId }: Outgoing, { subject, link }: Rendered) {
    const response = await this.#post(address, link ? `${subject} ${link}` : subject, messageId)
    const said = await response.text()
    if (response.ok) return { messageId: idIn(said) ?? messageId }
    const refusal = `${response.status} ${said.slice(0, 200)}`.trim()
    throw response.status >= 500 || PASSING.has(response.status) ? new TemporaryFailure(refusal) : new PermanentFailure(refusal)
  }

  async #post(to: string, text: string, messageId: string) {
    const { url, token, body, patience } = this.#config
    const isJson = body.trimStart().startsWith('{')
    const written = isJson ? (value: string) => JSON.stringify(value).slice(1, -1) : encodeURIComponent
    const values: Record<string, string> = { to: written(to), text: written(text) }
    try {
      return await fetch(url!, {
        method: 'POST',
        headers: {
          'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
          // The same however often it is tried: a gateway that knows this header sends once.
          'idempotency-key': messageId,
          ...(token ? { authorization: token.includes(' ') ? token : `Bearer ${token}` } : {}),
        },
        body: body.replace(/\{(to|text)\}/g, (_, name) => values[name]),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
    } catch (error) {
      throw new TemporaryFailure((error as Error).message, { cause: error })
    }
  }
}

/** What the gateway calls the message, under one of the usual names. */
function idIn(answer: string) {
  const found = /"(?:id|message_?id|sid)"\s*:\s*"?([\w.:-]{1,100})/i.exec(answer)
  return found?.[1]
}
