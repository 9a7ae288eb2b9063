import type { HttpContext } from '@adonisjs/core/http'
import { visitorLines } from '#models/postes/visitor_list'
import { visitorSheet } from '#models/postes/visitor_sheet'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { shownOnce, visitorAt } from '#services/visitors'
import { visitorFilters } from '#validators/postes/filters'
import { typedVisitor } from '#validators/postes/typed_visitor'
import { descriptionOf, registrationOf } from '#validators/postes/visitor'

/** Those whom a site knows. */
export default class VisitorsController {
  async index({ view, request, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = visitorFilters(request)
    return view.render('pages/postes/visitors/index', { visitors: await visitorLines(site, filters), filters })
  }

  async create({ view, session, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const typed = typedVisitor(session.flashMessages)
    return view.render('pages/postes/visitors/create', { likenesses: typed ? await site.likenesses(typed) : [] })
  }

  async store(ctx: HttpContext) {
    const { site, viewer } = ctx
    await ctx.bouncer.with(SitePolicy).authorize('work', site)
    const [photo] = ctx.uploads
    const visitor = await site.register({ ...(await registrationOf(ctx.request)), photo }, viewer.act())
    return done(ctx, 'visitors.registered', { name: visitor.shownName }, visitor.pathAt(site))
  }

  async show(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    return ctx.view.render('pages/postes/visitors/show', { ...(await visitorSheet(visitor)), number: shownOnce(ctx, visitor) })
  }

  async edit(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    return ctx.view.render('pages/postes/visitors/edit', { visitor })
  }

  async update(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    const { values, version } = await descriptionOf(ctx.request)
    await visitor.describe(values, version, ctx.viewer.act())
    return done(ctx, 'visitors.described', {}, visitor.pathAt(ctx.site))
  }

  async destroy(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.anonymise(ctx.viewer.act())
    return done(ctx, 'visitors.anonymised', {}, `${ctx.site.path}/visitors`)
  }
}
