import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'

/** By which somebody without an account finds their place again on a phone: given, printed, taken back. */
export default class LinksController {
  async show({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const attendee = await fair.related('attendees').query().where('id', params.id).firstOrFail()
    const given = await attendee.currentGuestLink()
    return view.render('pages/fair/attendees/links/show', { attendee, given, address: given && new URL(given.path, appUrl).href })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.related('attendees').query().where('id', ctx.params.id).firstOrFail()
    await attendee.guestLink(ctx.viewer.act())
    return done(ctx, 'setup.slips.stored', { name: attendee.fullName }, `${ctx.fair.path}/attendees/${attendee.id}/link`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.related('attendees').query().where('id', ctx.params.id).firstOrFail()
    await attendee.revokeGuestLink(ctx.viewer.act())
    return done(ctx, 'setup.slips.destroyed', { name: attendee.fullName }, `${ctx.fair.path}/attendees/${attendee.id}/link`)
  }
}
