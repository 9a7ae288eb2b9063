import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { listPostes } from '#models/postes/poste_list'
import { posteSheet, standingOn } from '#models/postes/poste_sheet'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { posteFilters } from '#validators/postes/filters'
import { posteValues } from '#validators/postes/poste'
import { asPage } from '#validators/filters'

/** The public computers of a site: read by whoever works there, decided by administrators. */
export default class PostesController {
  async index({ view, request, site, viewer, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = posteFilters(request)
    const list = await listPostes(site, filters, DateTime.now())
    return view.render('pages/postes/postes/index', { ...list, filters, mayManage: viewer.has('admin') })
  }

  async show({ view, request, site, params, viewer, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const poste = await site.related('postes').query().where('id', params.id).firstOrFail()
    const sheet = await posteSheet(site, poste, asPage(request.input('page')), DateTime.now())
    return view.render('pages/postes/postes/show', { poste, ...sheet, mayManage: viewer.has('admin') })
  }

  async create({ view, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    return view.render('pages/postes/postes/create')
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const poste = await ctx.site.addPoste(await posteValues(ctx.request), ctx.viewer.act())
    return done(ctx, 'sites.postes.added', { poste: poste.name }, `${ctx.site.path}/postes/${poste.id}`)
  }

  async edit({ view, site, params, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    const poste = await site.related('postes').query().where('id', params.id).whereNull('retired_at').firstOrFail()
    return view.render('pages/postes/postes/edit', { poste, standing: await standingOn(poste) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    await poste.edit(await posteValues(ctx.request), ctx.viewer.act())
    return done(ctx, 'sites.postes.edited', {}, `${ctx.site.path}/postes/${poste.id}`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    await poste.retire(ctx.viewer.act())
    return done(ctx, 'sites.postes.retired', { poste: poste.name }, `${ctx.site.path}/postes`)
  }
}
