import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'

/** Whoever has waited longest is called. */
export default class CallsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const { number } = await ctx.site.callNext(ctx.viewer.act())
    return doneBack(ctx, 'counter.done.called', { number }, `${ctx.site.path}/desk`)
  }
}
