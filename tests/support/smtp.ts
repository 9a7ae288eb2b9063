import { text } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { freePort } from '#tests/support/port'

/** What a server says instead of taking a mail. */
type Refusal = { at: 'recipient' | 'data'; code: number; says: string }

/** A real SMTP server on this machine, which keeps what it accepts. */
export class Mailbox {
  readonly #server: SMTPServer
  readonly raw: string[] = []
  refusal: Refusal | null = null
  /** how many mails were offered, taken or not */
  offered = 0

  constructor(readonly port: number) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: (_address, _session, answer) => {
        this.offered++
        answer(this.#refused('recipient'))
      },
      onData: (stream, _session, answer) => void this.#take(stream).then(answer, answer),
    })
    // Whoever is killed hangs up without a word.
    this.#server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') throw error
    })
  }

  static async open() {
    const mailbox = new Mailbox(await freePort())
    await new Promise<void>((resolve) => {
      mailbox.#server.listen(mailbox.port, '127.0.0.1', resolve)
    })
    return mailbox
  }

  get url() {
    return `smtp://127.0.0.1:${this.port}`
  }

  async mails(): Promise<Email[]> {
    return Promise.all(this.raw.map((raw) => PostalMime.parse(raw)))
  }

  close() {
    return new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  async #take(stream: NodeJS.ReadableStream) {
    const raw = await text(stream)
    const refused = this.#refused('data')
    if (!refused) this.raw.push(raw)
    return refused
  }

  #refused(at: Refusal['at']) {
    if (this.refusal?.at !== at) return null
    return Object.assign(new Error(this.refusal.says), { responseCode: this.refusal.code })
  }
}
