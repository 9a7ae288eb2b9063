import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'

/** Without the code, or after a power failure. */
export default class StartsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    await session.start(ctx.viewer.act())
    return doneBack(ctx, 'counter.done.started', {}, `${ctx.site.path}/desk`)
  }
}
