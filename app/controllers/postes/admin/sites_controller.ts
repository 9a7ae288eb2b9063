import type { HttpContext } from '@adonisjs/core/http'
import { openSite } from '#models/postes/site_list'
import { siteLines } from '#models/postes/site_setup'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { siteValidator } from '#validators/postes/site'

/** The rooms with public computers that the instance has. */
export default class SitesController {
  async index({ view, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    const lines = await siteLines()
    return view.render('pages/postes/admin/sites/index', {
      sites: lines.filter(({ retiredAt }) => !retiredAt),
      past: lines.filter(({ retiredAt }) => retiredAt),
    })
  }

  async create({ view, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    return view.render('pages/postes/admin/sites/create')
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const site = await openSite(await ctx.request.validateUsing(siteValidator), ctx.viewer.act())
    return done(ctx, 'sites.sites.opened', { site: site.name }, `${site.path}/settings`)
  }
}
