import type { HttpContext } from '@adonisjs/core/http'
import { EVENT_KINDS } from '#config/fair_events'
import { eventsOf } from '#models/fair/events'
import FairPolicy from '#policies/fair/fair_policy'
import { eventFilters } from '#validators/fair/filters'

/** The audit of one fair. */
export default class EventsController {
  async index({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const filters = eventFilters(request)
    const [events, attendee, stand] = await Promise.all([
      eventsOf(fair.id, filters),
      filters.attendee ? fair.related('attendees').query().where('id', filters.attendee).first() : null,
      filters.stand ? fair.related('stands').query().where('id', filters.stand).first() : null,
    ])
    return view.render('pages/fair/events/index', { events, filters, attendee, stand, kinds: ['all', ...EVENT_KINDS] })
  }
}
