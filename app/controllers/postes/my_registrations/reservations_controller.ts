import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import Reservation from '#models/postes/reservation'
import { onlineDraft, onlineVisitor } from '#models/postes/online_reservations'
import { done } from '#services/answers'
import { reservingFilters } from '#validators/postes/filters'
import { ownReservationValues } from '#validators/postes/reservation'

/** What the person has reserved, and what they reserve by themselves where a site lets them. */
export default class ReservationsController {
  async create({ view, viewer, request }: HttpContext) {
    const draft = await onlineDraft(viewer.user!.id, reservingFilters(request), DateTime.now())
    return view.render('pages/postes/my_registrations/reserve', { ...draft })
  }

  async store(ctx: HttpContext) {
    const { registrationId, ...wanted } = await ownReservationValues(ctx.request)
    const visitor = await onlineVisitor(ctx.viewer.user!.id, registrationId)
    const minutes = wanted.minutes ?? visitor.site.defaultMinutes
    await visitor.site.reserve({ ...wanted, minutes, visitorId: visitor.id }, ctx.viewer.act())
    return done(ctx, 'reservations.done.made', {}, '/compte/postes')
  }

  async destroy(ctx: HttpContext) {
    const { id: userId } = ctx.viewer.user!
    const reservation = await Reservation.query()
      .where('id', ctx.params.id)
      .whereHas('visitor', (query) => void query.where('user_id', userId))
      .firstOrFail()
    await reservation.cancel('visitor', ctx.viewer.act())
    return done(ctx, 'reservations.done.cancelled', {}, '/compte/postes')
  }
}
