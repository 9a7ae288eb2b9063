import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import { drawToken } from '#models/accounts/secret_link'
import Stand from '#models/fair/stand'
import { standSeenBy } from '#models/fair/stand_list'
import { organisationNames } from '#models/fair/hosting'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { sheetFilters } from '#validators/fair/filters'
import { standValidator } from '#validators/fair/stand'

export default class StandsController {
  /** The page behind the poster of a stand. */
  async show({ view, params, fair, viewer }: HttpContext) {
    const seen = await standSeenBy(fair, viewer, params.id)
    if (!seen.stand) throw new errors.E_ROW_NOT_FOUND(Stand)
    return view.render('pages/fair/stands/show', { ...seen, token: drawToken() })
  }

  async index({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const filters = sheetFilters(request)
    return view.render('pages/fair/stands/index', { stands: await fair.standSheets(filters), filters })
  }

  async create({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/stands/create', { organisations: await organisationNames() })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const stand = await ctx.fair.addStand(await ctx.request.validateUsing(standValidator), ctx.viewer.act())
    return done(ctx, 'fair.stands.added', { stand: stand.name }, `${ctx.fair.path}/stands/${stand.id}/link`)
  }

  async edit({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const stand = await fair.related('stands').query().where('id', params.id).preload('organisation').firstOrFail()
    const [organisations, stakes] = await Promise.all([organisationNames(), stand.stakes()])
    return view.render('pages/fair/stands/edit', { stand, organisations, stakes })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await stand.configure(await ctx.request.validateUsing(standValidator), ctx.viewer.act())
    return done(ctx, 'fair.stands.configured', { stand: stand.name }, `${ctx.fair.path}/stands`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.fair.removeStand(stand, ctx.viewer.act())
    return done(ctx, 'setup.stands.removed', { stand: stand.name }, `${ctx.fair.path}/stands`)
  }
}
