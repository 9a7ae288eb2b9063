import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { closingsAhead } from '#models/postes/site_page'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { closingValidator } from '#validators/postes/site'

/** Days on which a site is closed whatever its hours say. */
export default class ClosingsController {
  async index({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    return view.render('pages/postes/closings/index', { closings: await closingsAhead(site, DateTime.now()) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const { startsOn, endsOn, reason } = await ctx.request.validateUsing(closingValidator)
    const count = await ctx.site.closeOn({ startsOn, endsOn: endsOn ?? startsOn, reason }, ctx.viewer.act())
    return done(ctx, count ? 'reservations.done.closed' : 'sites.closings.added', { count }, `${ctx.site.path}/closings`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const closing = await ctx.site.related('closings').query().where('id', ctx.params.id).firstOrFail()
    await ctx.site.reopen(closing.id, ctx.viewer.act())
    return done(ctx, 'sites.closings.removed', {}, `${ctx.site.path}/closings`)
  }
}
