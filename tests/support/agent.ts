import { randomUUID } from 'node:crypto'
import Tokens from 'csrf'
import encryption from '@adonisjs/core/services/encryption'
import { CookieClient } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { STATION_TOKEN } from '#database/seeders/cast_postes'
import type { Person } from '#database/seeders/cast_seeder'
import SignIn from '#models/accounts/sign_in'
import User from '#models/accounts/user'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import { SYSTEM } from '#models/mixins/act'
import { heldOf } from '#services/entering'
import { DatabaseSessionStore } from '#services/session_store'
import { type Reply, wire } from '#tests/support/wire'

const tokens = new Tokens()

export interface Answer {
  status: number
  headers: Headers
  body: string
  /** where a redirect leads */
  location: string | null
}

interface Options {
  json?: boolean
  headers?: Record<string, string>
  /** false sends the form without its token */
  csrf?: boolean
}

export function baseUrl() {
  return process.env.APP_URL!
}

/** The user that everybody knows by this name. */
export async function person(name: Person) {
  return User.byEmail(`${name}@example.org`).firstOrFail()
}

/**
 * A browser without pictures: it speaks HTTP to the running server, keeps its session and sends a form's token.
 * The session is made directly, because signing in has its own tests.
 */
export class Agent {
  readonly #sessionId = randomUUID()
  readonly #secret = tokens.secretSync()
  readonly #data: Record<string, unknown> = {}
  cookies = new Map<string, string>()

  static async visitor() {
    return new Agent().#ready()
  }

  static async as(who: Person | User, { remember = false } = {}) {
    const user = typeof who === 'string' ? await person(who) : who
    const agent = new Agent()
    const signIn = await SignIn.start(user, { userAgent: 'agent', remember }, { by: SYSTEM, at: DateTime.now() })
    agent.#data.auth_web = signIn.id
    agent.#data.sign_in = heldOf(signIn)
    return agent.#ready()
  }

  /** Whoever opened the secret link of these stands. */
  static async atStands(...stands: Stand[]) {
    const agent = new Agent()
    const links = await Promise.all(stands.map((stand) => stand.link()))
    agent.#data.links = links.map((link) => link!.id)
    return agent.#ready()
  }

  /** The browser of a public computer. @param token its secret; as the cast's on Poste 1 unless told */
  static async atStation(token = STATION_TOKEN) {
    const agent = await new Agent().#ready()
    agent.cookies.set('tremplin_station', encodeURIComponent(new CookieClient(encryption.use()).encrypt('tremplin_station', token)!))
    return agent
  }

  /** Whoever is at a fair without account, in a browser that keeps their link. */
  static async asGuest(...attendees: Attendee[]) {
    const agent = await new Agent().#ready()
    const links = await Promise.all(attendees.map((attendee) => attendee.guestLink({ by: SYSTEM, at: DateTime.now() })))
    const kept = new CookieClient(encryption.use()).encrypt(
      'tremplin_guest',
      links.map(({ token }) => token)
    )
    agent.cookies.set('tremplin_guest', encodeURIComponent(kept!))
    return agent
  }

  /** The screen in the hall of a fair. */
  static async atWall(fair: Fair) {
    const agent = new Agent()
    agent.#data.links = [(await fair.wallLink())!.id]
    return agent.#ready()
  }

  get(path: string, options: Options = {}) {
    return this.#send('GET', path, undefined, options)
  }

  post(path: string, form: Record<string, unknown> = {}, options: Options = {}) {
    return this.#send('POST', path, form, options)
  }

  put(path: string, form: Record<string, unknown> = {}, options: Options = {}) {
    return this.#send('PUT', path, form, options)
  }

  delete(path: string, form: Record<string, unknown> = {}, options: Options = {}) {
    return this.#send('DELETE', path, form, options)
  }

  send(method: string, path: string, form?: Record<string, unknown>, options: Options = {}) {
    return this.#send(method, path, method === 'GET' ? undefined : (form ?? {}), options)
  }

  /** The headers of this browser, for what is not a page: a stream. */
  get headers() {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  /** The token of this browser's forms. */
  get token() {
    return tokens.create(this.#secret)
  }

  /** As a browser does with the cookies of an answer. */
  keep(cookies: string[]) {
    for (const cookie of cookies) {
      const [pair] = cookie.split(';')
      const at = pair.indexOf('=')
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  async #ready() {
    await new DatabaseSessionStore('2h').write(this.#sessionId, { ...this.#data, 'csrf-secret': this.#secret })
    const signed = new CookieClient(encryption.use()).sign('tremplin', this.#sessionId)
    this.cookies.set('tremplin', encodeURIComponent(signed!))
    return this
  }

  async #send(
    method: string,
    path: string,
    form: Record<string, unknown> | undefined,
    { json, headers, csrf = true }: Options
  ): Promise<Answer> {
    const spoofed = method === 'PUT' || method === 'DELETE'
    const target = spoofed ? `${path}${path.includes('?') ? '&' : '?'}_method=${method}` : path
    const body = form && bodyOf(form)
    if (body && csrf) body.set('_csrf', this.token)
    const { pathname, search } = new URL(baseUrl() + target)
    const sent = body && (await sendable(body))
    const answer = await wire(spoofed ? 'POST' : method, pathname + search, {
      headers: { 'user-agent': 'node', accept: json ? 'application/json' : 'text/html', ...sent?.headers, ...this.headers, ...headers },
      body: sent?.content,
    })
    const received = headersOf(answer)
    this.keep(received.getSetCookie())
    // A browser, too, takes this first mark of a file for how it is written.
    const text = answer.body.replace(/^\ufeff/, '')
    return { status: answer.status, headers: received, body: text, location: received.get('location') }
  }
}

/** As a browser sends it: in parts when there is a file. */
function bodyOf(form: Record<string, unknown>) {
  const fields = Object.entries(form)
  const body = fields.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [name, value] of fields)
    if (value instanceof File) (body as FormData).append(name, value)
    else for (const one of [value].flat()) body.append(name, String(one ?? ''))
  return body
}

/** What a browser puts on the wire. Not by `fetch`, which takes several times as long: the tests ask tens of thousands of times. */
async function sendable(body: FormData | URLSearchParams) {
  if (body instanceof URLSearchParams)
    return { content: String(body), headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } }
  const parts = new Response(body)
  return { content: Buffer.from(await parts.arrayBuffer()), headers: { 'content-type': parts.headers.get('content-type')! } }
}

function headersOf({ headers }: Reply) {
  const all = new Headers()
  for (const [name, values] of Object.entries(headers)) for (const value of [values!].flat()) all.append(name, value)
  return all
}
