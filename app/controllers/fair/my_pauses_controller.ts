import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'

export default class MyPausesController {
  async store(ctx: HttpContext) {
    await ctx.attendee!.pause(ctx.viewer.actAs(ctx.attendee))
    return doneBack(ctx, 'fair.attendees.paused', {}, `${ctx.fair.path}/my`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.attendee!.resume(ctx.viewer.actAs(ctx.attendee))
    return doneBack(ctx, 'fair.attendees.resumed', {}, `${ctx.fair.path}/my`)
  }
}
