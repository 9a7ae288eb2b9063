import type { HttpContext } from '@adonisjs/core/http'
import { paired } from '#services/introducing'
import { goTo, wantsJson } from '#services/answers'
import { allow } from '#start/limiter'
import { pairingValidator } from '#validators/postes/station'

export default class PairingsController {
  /** The code that the desk shows, typed on the poste. A program learns its secret with it. */
  async store(ctx: HttpContext) {
    const { code, kind } = await ctx.request.validateUsing(pairingValidator)
    await allow('pairing', ctx.request.ip())
    const token = await paired(ctx, kind ?? 'page', code)
    return wantsJson(ctx) ? ctx.response.ok({ token }) : goTo(ctx, '/station')
  }
}
