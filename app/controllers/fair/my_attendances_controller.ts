import type { HttpContext } from '@adonisjs/core/http'
import { visitOf } from '#models/fair/visit'
import { goTo } from '#services/answers'

/** A candidate's own page of a fair, with or without an account. */
export default class MyAttendancesController {
  async show(ctx: HttpContext) {
    const { attendee, fair, viewer, view } = ctx
    if (!attendee) return goTo(ctx, fair.path)
    const [outlook, guest] = await Promise.all([attendee.outlook(), fair.guestFor(viewer)])
    return view.render('pages/fair/my_attendances/show', { ...(await visitOf(fair, outlook)), attendee, guest })
  }
}
