import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { hashOf } from '#models/accounts/secret_link'
import Station from '#models/postes/station'
import { offered } from '#models/postes/station/joining'
import { type Act, within } from '#models/mixins/act'
import { keepStation, stationToken } from '#services/station_cookie'

/** This browser asks to be told where it stands; one that asks again is the same. */
export async function introduced(ctx: HttpContext): Promise<void> {
  if (await asking(ctx)) return
  const { token } = await Station.introduce('page', ctx.viewer.act())
  keepStation(ctx, token)
}

/**
 * This browser, or program, becomes that of the poste whose code it was told. A code that is wrong leaves nothing behind.
 * @throws {Refusal} postes.refusals.pairing_code
 */
export async function paired(ctx: HttpContext, kind: 'page' | 'agent', code: string): Promise<string> {
  const act = ctx.viewer.act()
  const known = await asking(ctx)
  const { token } = await within(act, async (trx) => {
    await offered(trx, code, act)
    const found = known ?? (await Station.introduce(kind, { ...act, trx }))
    await found.station.pair(code, { ...act, trx })
    return found
  })
  keepStation(ctx, token)
  return token
}

/** What it asked by itself before, if it is not answered yet. */
async function asking(ctx: HttpContext) {
  const token = stationToken(ctx)
  const station = token && (await Station.query().where('token_hash', hashOf(token)).whereNull('revoked_at').whereNull('paired_at').first())
  return station ? { station, token: token! } : null
}

/** By the station that asks: whoever may be signed in on it is not who does it. */
export function stationAct({ standing, request }: HttpContext): Act {
  const [address] = request.ip().split('%')
  return { by: { kind: 'station', id: standing.id, address, requestId: request.id() ?? null }, at: DateTime.now() }
}
