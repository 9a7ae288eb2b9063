import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'
import { entryValidator } from '#validators/fair/override'
import { pressed } from '#validators/pressed'

/** "Commencer mon entretien". Only the stand ends it (R6). */
export default class MyInterviewsController {
  async store(ctx: HttpContext) {
    const { standId } = await pressed(ctx.request.validateUsing(entryValidator))
    const attendee = await ctx.fair.related('attendees').query().where('user_id', ctx.viewer.user!.id).firstOrFail()
    const stand = await ctx.fair.related('stands').query().where('id', standId).firstOrFail()
    await stand.startInterview(attendee, ctx.viewer.act())
    return doneBack(ctx, 'fair.interviews.started', { stand: stand.name }, `${ctx.fair.path}/my`)
  }
}
