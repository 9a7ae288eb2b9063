import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { hashOf } from '#models/accounts/secret_link'
import Station from '#models/postes/station'
import type { Act } from '#models/mixins/act'
import { keepStation, stationToken } from '#services/station_cookie'

/** This browser as a station, known from before or new; it keeps the secret by which it will be known. */
export async function introduced(ctx: HttpContext, kind: 'page' | 'agent') {
  const known = stationToken(ctx)
  const station = known && (await Station.query().where('token_hash', hashOf(known)).whereNull('revoked_at').whereNull('paired_at').first())
  if (station && known) return { station, token: known }
  const fresh = await Station.introduce(kind, ctx.viewer.act())
  keepStation(ctx, fresh.token)
  return fresh
}

/** By the station that asks: whoever may be signed in on it is not who does it. */
export function stationAct({ standing, request }: HttpContext): Act {
  const [address] = request.ip().split('%')
  return { by: { kind: 'station', id: standing.id, address, requestId: request.id() ?? null }, at: DateTime.now() }
}
