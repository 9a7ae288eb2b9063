import type { HttpContext } from '@adonisjs/core/http'
import { sessionAt } from '#models/postes/station_view'
import { goTo, wantsJson } from '#services/answers'
import { stationAct } from '#services/introducing'
import { minutesValidator } from '#validators/postes/station'

export default class ExtensionsController {
  async store(ctx: HttpContext) {
    const { minutes } = await ctx.request.validateUsing(minutesValidator)
    const session = await sessionAt(ctx.standing)
    await session.askForTime(minutes, stationAct(ctx))
    return wantsJson(ctx) ? ctx.response.noContent() : goTo(ctx, '/station')
  }
}
