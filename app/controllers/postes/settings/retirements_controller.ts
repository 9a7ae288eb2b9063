import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'

export default class RetirementsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    await ctx.site.retire(ctx.viewer.act())
    return done(ctx, 'sites.retirement.done', { site: ctx.site.name }, '/admin/sites')
  }
}
