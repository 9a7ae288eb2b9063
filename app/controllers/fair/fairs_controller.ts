import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { listFairs } from '#models/fair/fair_list'
import { standListFor } from '#models/fair/stand_list'
import { planFair } from '#models/fair/planning'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { settings } from '#services/settings'
import { fairValues } from '#validators/fair/fair'
import { fairFilters, standFilters } from '#validators/fair/filters'

export default class FairsController {
  async index({ view, request, viewer, bouncer }: HttpContext) {
    const runs = viewer.runFairs
    const filters = { ...fairFilters(request, runs), runs }
    const mayCreate = await bouncer.with(FairPolicy).allows('create')
    return view.render('pages/fair/fairs/index', { fairs: await listFairs(filters, DateTime.now()), filters, mayCreate })
  }

  async show({ view, request, fair, viewer, bouncer }: HttpContext) {
    const list = await standListFor(fair, viewer, standFilters(request))
    return view.render('pages/fair/fairs/show', { ...list, mayManage: await bouncer.with(FairPolicy).allows('manage', fair) })
  }

  async create({ view, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('create')
    return view.render('pages/fair/fairs/create', { defaultSlots: settings().fair.defaultSlots })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('create')
    const fair = await planFair(await fairValues(ctx.request), ctx.viewer.user!, ctx.viewer.act())
    return done(ctx, 'fair.fairs.planned', { fair: fair.name }, `${fair.path}/setup`)
  }

  async edit({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/fairs/edit')
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.reschedule(await fairValues(ctx.request), ctx.viewer.act())
    return done(ctx, 'fair.fairs.rescheduled', {}, `${ctx.fair.path}/setup`)
  }
}
