import { randomUUID } from 'node:crypto'
import Tokens from 'csrf'
import { CookieClient } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import { DatabaseSessionStore } from '#services/session_store'

const tokens = new Tokens()

/** Requests as one browser sends them: its cookie, its form's token. Its session is made directly in the database. */
export class Browser {
  readonly #cookie: string
  readonly #token: string

  private constructor(cookie: string, token: string) {
    this.#cookie = cookie
    this.#token = token
  }

  /** @param known what the session holds: `auth_web` a sign-in, `links` secret links that were opened */
  static async open(known: { auth_web?: number; links?: number[] } = {}) {
    const id = randomUUID()
    const secret = tokens.secretSync()
    await new DatabaseSessionStore('2h').write(id, { ...known, 'csrf-secret': secret })
    return new Browser(encodeURIComponent(new CookieClient(encryption.use()).sign('tremplin', id)!), tokens.create(secret))
  }

  get(path: string) {
    return `GET ${path} HTTP/1.1\r\n${this.#fields()}\r\n`
  }

  post(path: string, form: Record<string, string | number> = {}) {
    const body = new URLSearchParams([
      ...Object.entries(form).map(([key, value]) => [key, String(value)]),
      ['_csrf', this.#token],
    ]).toString()
    return `POST ${path} HTTP/1.1\r\n${this.#fields()}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  }

  #fields() {
    return `${plainFields()}Cookie: tremplin=${this.#cookie}\r\n`
  }
}

/** A request of somebody who has no cookie. */
export function stranger(path: string) {
  return `GET ${path} HTTP/1.1\r\n${plainFields()}\r\n`
}

function plainFields() {
  return `Host: ${new URL(process.env.APP_URL!).host}\r\nAccept: text/html\r\nAccept-Language: fr\r\n`
}
