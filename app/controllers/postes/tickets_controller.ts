import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf } from '#models/postes/desk'
import { visitorChoices } from '#models/postes/visitor_list'
import SitePolicy from '#policies/postes/site_policy'
import { done, doneBack } from '#services/answers'
import { ticketValidator } from '#validators/postes/counter'
import { lendingFilters } from '#validators/postes/filters'
import { asId } from '#validators/filters'

/** Places in the line of those who wait for a poste. */
export default class TicketsController {
  async create({ view, request, session, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = lendingFilters(request)
    const [desk, choices] = await Promise.all([
      deskOf(site, DateTime.now()),
      visitorChoices(site, filters.search, asId(session.flashMessages.get('visitorId'))),
    ])
    return view.render('pages/postes/tickets/create', { desk, choices, words: filters.search, filters })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const { visitorId = null, minutes, other } = await ctx.request.validateUsing(ticketValidator)
    const ticket = await ctx.site.queue(visitorId, other ?? minutes ?? ctx.site.defaultMinutes, ctx.viewer.act())
    return done(ctx, 'counter.done.queued', { number: ticket.number }, `${ctx.site.path}/tickets/${ticket.id}`)
  }

  /** The number, shown big and printed. */
  async show({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const ticket = await site.related('tickets').query().where('id', params.id).firstOrFail()
    const { line } = await deskOf(site, DateTime.now())
    const before = line.findIndex(({ id }) => id === ticket.id)
    return view.render('pages/postes/tickets/show', { ticket, place: line[before] ?? null, before })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const ticket = await ctx.site.related('tickets').query().where('id', ctx.params.id).firstOrFail()
    await ticket.close('cancelled', ctx.viewer.act())
    return doneBack(ctx, 'counter.done.cancelled', { number: ticket.number }, `${ctx.site.path}/desk`)
  }
}
