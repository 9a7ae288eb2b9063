import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { newcomerOf, newcomers, placesAt, turnAway } from '#models/postes/newcomers'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'

/** Browsers that asked by themselves to be those of a poste. */
export default class NewcomersController {
  async index({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    return view.render('pages/postes/newcomers/index', { newcomers: await newcomers(DateTime.now()) })
  }

  async show({ view, site, params, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const newcomer = await newcomerOf(params.id, DateTime.now())
    return view.render('pages/postes/newcomers/show', { newcomer, postes: await placesAt(site) })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    await turnAway(ctx.site, ctx.params.id, ctx.viewer.act())
    return done(ctx, 'sites.newcomers.refused', {}, `${ctx.site.path}/newcomers`)
  }
}
