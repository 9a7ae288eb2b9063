import type { HttpContext } from '@adonisjs/core/http'
import { goTo, wantsJson } from '#services/answers'
import { stationAct } from '#services/introducing'
import { entryValidator } from '#validators/postes/station'

export default class EntriesController {
  async store(ctx: HttpContext) {
    const { code } = await ctx.request.validateUsing(entryValidator)
    await ctx.station.enter(code, stationAct(ctx))
    return wantsJson(ctx) ? ctx.response.noContent() : goTo(ctx, '/station')
  }
}
