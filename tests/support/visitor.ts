import { type IncomingMessage, get, request } from 'node:http'
import { tokenOf } from '#tests/support/html'
import { until } from '#tests/support/processes'

/** Somebody who comes over HTTP to a server in another process: keeps cookies, fills forms, listens. */
export class Visitor {
  readonly #url: string
  readonly #cookies: Map<string, string>

  constructor(url: string, cookies: Iterable<[string, string]> = []) {
    this.#url = url
    this.#cookies = new Map(cookies)
  }

  /** The same browser, at another process of the same installation. */
  at(url: string) {
    return new Visitor(url, this.#cookies)
  }

  async get(path: string) {
    return this.#send(path)
  }

  /** Sends a form of a page, with the token that the page gave. @returns the answer, its redirect not followed */
  async submit(page: string, action: string, fields: Record<string, string> = {}) {
    const { body } = await this.get(page)
    return this.#send(action, new URLSearchParams({ ...fields, _csrf: tokenOf(body) }))
  }

  /** Sends a file with a form of a page. @returns the answer, its redirect not followed */
  async upload(page: string, action: string, file: File, fields: Record<string, string> = {}) {
    return this.#send(action, await this.#formOf(page, file, fields))
  }

  /** The same, of which the last byte leaves when `meanwhile` is over. */
  async uploadSlowly(page: string, action: string, file: File, fields: Record<string, string>, meanwhile: () => Promise<unknown>) {
    const form = new Response(await this.#formOf(page, file, fields))
    const bytes = new Uint8Array(await form.arrayBuffer())
    const headers = { ...this.#headers, 'content-type': form.headers.get('content-type')!, 'content-length': String(bytes.length) }
    return new Promise<number>((resolve, reject) => {
      const sent = request(this.#url + action, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode!))
      sent.on('error', reject)
      sent.write(bytes.subarray(0, -1))
      meanwhile().then(() => sent.end(bytes.subarray(-1)), reject)
    })
  }

  async #formOf(page: string, file: File, fields: Record<string, string>) {
    const { body } = await this.get(page)
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, _csrf: tokenOf(body) })) form.append(name, value)
    form.append('file', file)
    return form
  }

  /** @returns whether the application knows them now: it asks nobody twice to sign in */
  async signIn({ email, password }: { email: string; password: string }) {
    await this.submit('/compte/sign-ins/create', '/compte/sign-ins', { email, password })
    return this.isSignedIn()
  }

  async signUp({ email, password }: { email: string; password: string }) {
    const phone = '06 12 34 56 78'
    const person = { givenName: 'Claude', familyName: 'Martin', email, phone, password, passwordConfirmation: password, terms: 'on' }
    await this.submit('/compte/candidates/create', '/compte/candidates', person)
    return this.signIn({ email, password })
  }

  async isSignedIn() {
    return (await this.get('/compte/sign-ins/create')).location !== null
  }

  /** Opens the event stream of a page, and waits until the server has it. */
  async listen(...channels: string[]) {
    const query = channels.map((channel) => `c=${channel}`).join('&')
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${this.#url}/live?${query}`, { headers: this.#headers }, resolve).on('error', reject)
    })
    if (response.statusCode !== 200) throw new Error(`/live?${query} answers ${response.statusCode}`)
    return new Stream(response)
  }

  get #headers() {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' }
  }

  async #send(path: string, body?: URLSearchParams | FormData) {
    const response = await fetch(this.#url + path, { method: body ? 'POST' : 'GET', headers: this.#headers, body, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.#cookies.set(name, value)
    }
    return { status: response.status, body: await response.text(), location: response.headers.get('location') }
  }
}

export class Stream {
  #text = ''
  ended = false

  constructor(response: IncomingMessage) {
    response.setEncoding('utf8')
    response.on('data', (chunk) => (this.#text += chunk))
    response.on('error', () => (this.ended = true))
    response.on('close', () => (this.ended = true))
  }

  /** Waits until every page is told to ask again for what it shows, because something may have been missed. */
  async hearsRefresh() {
    await until('every page is told to ask again', () => this.#text.includes('event: refresh'), 20_000)
    this.#text = ''
  }

  /** Waits for a signal about each of these channels after all that was heard before. */
  async hears(...channels: string[]) {
    const heard = () => channels.every((channel) => this.#text.includes(`"channel":"${channel}"`))
    await until(`a signal about ${channels.join(' and ')}`, heard, 10_000)
    this.#text = ''
  }
}
