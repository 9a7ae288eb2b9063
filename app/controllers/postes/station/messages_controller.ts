import type { HttpContext } from '@adonisjs/core/http'
import Poste from '#models/postes/poste'
import { sessionAt } from '#models/postes/station_view'
import { goTo, wantsJson } from '#services/answers'
import { stationAct } from '#services/introducing'
import { wordsValidator } from '#validators/postes/station'

export default class MessagesController {
  /** To the desk, by whoever sits there. */
  async store(ctx: HttpContext) {
    const { words } = await ctx.request.validateUsing(wordsValidator)
    await sessionAt(ctx.standing)
    const poste = await Poste.findOrFail(ctx.standing.posteId)
    await poste.say('station', words, stationAct(ctx))
    return wantsJson(ctx) ? ctx.response.noContent() : goTo(ctx, '/station')
  }

  /** What the desk said has been read. */
  async update(ctx: HttpContext) {
    const poste = await Poste.findOrFail(ctx.standing.posteId)
    await poste.readMessage(ctx.params.id, 'station', stationAct(ctx))
    return wantsJson(ctx) ? ctx.response.noContent() : goTo(ctx, '/station')
  }
}
