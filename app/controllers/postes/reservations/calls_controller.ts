import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'

/** The desk has called somebody who has no account. */
export default class CallsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const reservation = await ctx.site.related('reservations').query().where('id', ctx.params.id).firstOrFail()
    await reservation.noteCall(ctx.viewer.act())
    return doneBack(ctx, 'reservations.done.called', {}, `${ctx.site.path}/reservations`)
  }
}
