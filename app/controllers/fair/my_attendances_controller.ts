import type { HttpContext } from '@adonisjs/core/http'
import { goTo } from '#services/answers'

/** A candidate's own page of a fair. */
export default class MyAttendancesController {
  async show(ctx: HttpContext) {
    const attendee = await ctx.fair.attendeeOf(ctx.viewer.user)
    if (!attendee) return goTo(ctx, ctx.fair.path)
    return ctx.view.render('pages/fair/my_attendances/show', { attendee, outlook: await attendee.outlook() })
  }
}
