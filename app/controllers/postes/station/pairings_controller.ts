import type { HttpContext } from '@adonisjs/core/http'
import { introduced } from '#services/introducing'
import { goTo, wantsJson } from '#services/answers'
import { allow } from '#start/limiter'
import { pairingValidator } from '#validators/postes/station'

export default class PairingsController {
  /** The code that the desk shows, typed on the poste. A program learns its secret with it. */
  async store(ctx: HttpContext) {
    const { code, kind } = await ctx.request.validateUsing(pairingValidator)
    await allow('pairing', ctx.request.ip())
    const { station, token } = await introduced(ctx, kind ?? 'page')
    await station.pair(code, ctx.viewer.act())
    return wantsJson(ctx) ? ctx.response.ok({ token }) : goTo(ctx, '/station')
  }
}
