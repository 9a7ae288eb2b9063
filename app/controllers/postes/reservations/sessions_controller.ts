import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'

/** Whoever reserved has come: the code. */
export default class SessionsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const reservation = await ctx.site.related('reservations').query().where('id', ctx.params.id).firstOrFail()
    const session = await reservation.honour(ctx.viewer.act())
    return done(ctx, 'counter.done.issued', {}, `${ctx.site.path}/sessions/${session.id}/code`)
  }
}
