import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'

export default class MyPausesController {
  async store(ctx: HttpContext) {
    const attendee = await ctx.fair.related('attendees').query().where('user_id', ctx.viewer.user!.id).firstOrFail()
    await attendee.pause(ctx.viewer.act())
    return doneBack(ctx, 'fair.attendees.paused', {}, `${ctx.fair.path}/my`)
  }

  async destroy(ctx: HttpContext) {
    const attendee = await ctx.fair.related('attendees').query().where('user_id', ctx.viewer.user!.id).firstOrFail()
    await attendee.resume(ctx.viewer.act())
    return doneBack(ctx, 'fair.attendees.resumed', {}, `${ctx.fair.path}/my`)
  }
}
