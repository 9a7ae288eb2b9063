import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'
import { entryValidator } from '#validators/fair/override'
import { pressed } from '#validators/pressed'

/** "Commencer mon entretien". Only the stand ends it (R6). */
export default class MyInterviewsController {
  async store(ctx: HttpContext) {
    const { standId } = await pressed(ctx.request.validateUsing(entryValidator))
    const stand = await ctx.fair.related('stands').query().where('id', standId).firstOrFail()
    await stand.startInterview(ctx.attendee!, ctx.viewer.actAs(ctx.attendee))
    return doneBack(ctx, 'fair.interviews.started', { stand: stand.name }, `${ctx.fair.path}/my`)
  }
}
