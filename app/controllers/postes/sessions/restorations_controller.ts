import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'

/** What a power failure took is given back. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    await session.restore(ctx.viewer.act())
    return doneBack(ctx, 'counter.done.restored', {}, `${ctx.site.path}/desk`)
  }
}
