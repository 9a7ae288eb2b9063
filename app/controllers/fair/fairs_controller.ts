import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { listFairs } from '#models/fair/fair_list'
import { standListFor } from '#models/fair/stand_list'
import { planFair } from '#models/fair/planning'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { fairValidator } from '#validators/fair/fair'
import { fairFilters, standFilters } from '#validators/fair/filters'

export default class FairsController {
  async index({ view, request, bouncer }: HttpContext) {
    const filters = fairFilters(request)
    const fairs = await listFairs(filters, DateTime.now())
    return view.render('pages/fair/fairs/index', { fairs, filters, mayCreate: await bouncer.with(FairPolicy).allows('create') })
  }

  async show({ view, request, fair, viewer, bouncer }: HttpContext) {
    const list = await standListFor(fair, viewer, standFilters(request))
    return view.render('pages/fair/fairs/show', { ...list, mayManage: await bouncer.with(FairPolicy).allows('manage', fair) })
  }

  async create({ view, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('create')
    return view.render('pages/fair/fairs/create')
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('create')
    const values = await ctx.request.validateUsing(fairValidator)
    const fair = await planFair(values, ctx.viewer.user!, ctx.viewer.act())
    return done(ctx, 'fair.fairs.planned', { fair: fair.name }, `${fair.path}/control`)
  }

  async edit({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/fairs/edit')
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.reschedule(await ctx.request.validateUsing(fairValidator), ctx.viewer.act())
    return done(ctx, 'fair.fairs.rescheduled', {}, `${ctx.fair.path}/control`)
  }
}
