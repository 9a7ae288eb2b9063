import type { HttpContext } from '@adonisjs/core/http'
import { outlookOf } from '#models/fair/outlook'
import { goTo } from '#services/answers'

/** A candidate's own page of a fair. */
export default class MyAttendancesController {
  async show(ctx: HttpContext) {
    const outlook = await outlookOf({ fair_id: ctx.fair.id, user_id: ctx.viewer.user!.id })
    if (!outlook) return goTo(ctx, ctx.fair.path)
    return ctx.view.render('pages/fair/my_attendances/show', { outlook })
  }
}
