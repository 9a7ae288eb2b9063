import type { HttpContext } from '@adonisjs/core/http'
import { isHttps } from '#config/app'
import { hashOf } from '#models/accounts/secret_link'
import { type KnownStation, stationOf } from '#services/stations'

/** What a browser keeps of the poste on which it stands. */
const NAME = 'tremplin_station'

/** As long as a browser keeps anything; each page begins it again. */
const options = { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' as const, maxAge: '400d' }

/** The secret by which this browser is known as that of a poste, or the one that a program sends. */
export function stationToken({ request }: HttpContext): string | null {
  const [kind, sent] = (request.header('authorization') ?? '').split(' ')
  if (kind === 'Bearer' && sent) return sent
  const kept: unknown = request.encryptedCookie(NAME)
  return typeof kept === 'string' ? kept : null
}

/** The station that asks, when it stands on a poste. */
export function stationIn(ctx: HttpContext): KnownStation | null {
  const token = stationToken(ctx)
  return token ? stationOf(hashOf(token)) : null
}

export function keepStation({ response }: HttpContext, token: string) {
  response.encryptedCookie(NAME, token, options)
}
