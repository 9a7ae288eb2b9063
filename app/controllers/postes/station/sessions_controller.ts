import type { HttpContext } from '@adonisjs/core/http'
import { sessionAt } from '#models/postes/station_view'
import { goTo, wantsJson } from '#services/answers'
import { stationAct } from '#services/introducing'
import { endValidator } from '#validators/postes/station'

export default class SessionsController {
  /** The visitor has finished, or has gone without saying so. */
  async destroy(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(endValidator)
    const session = await sessionAt(ctx.standing)
    await session.end(reason ?? 'visitor', stationAct(ctx))
    return wantsJson(ctx) ? ctx.response.noContent() : goTo(ctx, '/station')
  }
}
