import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'

/** Called in vain. */
export default class AbsencesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const ticket = await ctx.site.related('tickets').query().where('id', ctx.params.id).firstOrFail()
    await ticket.close('absent', ctx.viewer.act())
    return doneBack(ctx, 'counter.done.absent', { number: ticket.number }, `${ctx.site.path}/desk`)
  }
}
