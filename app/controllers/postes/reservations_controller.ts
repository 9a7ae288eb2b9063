import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { reservationDay } from '#models/postes/reservation_day'
import { reservationAsDraft, reservationDraft } from '#models/postes/reservation_draft'
import { reservationSheet } from '#models/postes/reservation_sheet'
import { visitorChoices } from '#models/postes/visitor_list'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { dayFilters, reservingFilters } from '#validators/postes/filters'
import { arrangementValues, reservationValues } from '#validators/postes/reservation'
import { asId } from '#validators/filters'

/** Postes that are kept for people of a site. */
export default class ReservationsController {
  async index({ view, request, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const plan = await reservationDay(site, dayFilters(request).day || null, DateTime.now())
    return view.render('pages/postes/reservations/index', { plan })
  }

  async create({ view, request, session, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = reservingFilters(request)
    const [draft, choices] = await Promise.all([
      reservationDraft(site, filters, DateTime.now()),
      visitorChoices(site, filters.search, asId(session.flashMessages.get('visitorId'))),
    ])
    return view.render('pages/postes/reservations/create', { draft, choices, words: filters.search, filters })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const values = await reservationValues(ctx.request, ctx.site.defaultMinutes)
    const { id } = await ctx.site.reserve(values, ctx.viewer.act())
    return done(ctx, 'reservations.done.made', {}, `${ctx.site.path}/reservations/${id}`)
  }

  async show({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const reservation = await site.related('reservations').query().where('id', params.id).firstOrFail()
    return view.render('pages/postes/reservations/show', { sheet: await reservationSheet(site, reservation, DateTime.now()) })
  }

  async edit({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const reservation = await site.related('reservations').query().where('id', params.id).whereNull('closed_at').firstOrFail()
    const draft = await reservationAsDraft(site, reservation, DateTime.now())
    return view.render('pages/postes/reservations/edit', { reservation, draft })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const reservation = await ctx.site.related('reservations').query().where('id', ctx.params.id).firstOrFail()
    const values = await arrangementValues(ctx.request, reservation.minutes)
    await reservation.rearrange(values, ctx.viewer.act())
    return done(ctx, 'reservations.done.moved', {}, `${ctx.site.path}/reservations/${reservation.id}`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const reservation = await ctx.site.related('reservations').query().where('id', ctx.params.id).firstOrFail()
    await reservation.cancel('desk', ctx.viewer.act())
    const day = reservation.dayIso
    return done(ctx, 'reservations.done.cancelled', {}, `${ctx.site.path}/reservations?day=${day}`)
  }
}
