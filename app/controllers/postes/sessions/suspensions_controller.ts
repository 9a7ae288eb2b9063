import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'

/** The screen is locked and the time kept. */
export default class SuspensionsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    await session.suspend(ctx.viewer.act())
    return doneBack(ctx, 'counter.done.suspended', {}, `${ctx.site.path}/desk`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    await session.resume(ctx.viewer.act())
    return doneBack(ctx, 'counter.done.resumed', {}, `${ctx.site.path}/desk`)
  }
}
