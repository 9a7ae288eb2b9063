import type { HttpContext } from '@adonisjs/core/http'
import Reservation from '#models/postes/reservation'
import { done } from '#services/answers'

/** What the person has reserved. */
export default class ReservationsController {
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
