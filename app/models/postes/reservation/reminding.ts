import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { type Act, authorOf, within } from '#models/mixins/act'
import type Reservation from '#models/postes/reservation'
import { lockReservation } from '#models/postes/reservation/holding'
import { tellReserved } from '#models/postes/reservation_telling'

/** A reminder follows what was said by so long at least (h). */
const APART = 1

/** Whoever has no account is reminded, and told what becomes of it, by the desk. */
export function Reminding<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The desk has called: of a reservation that is over, to say so. Twice is once. */
    async noteCall(this: Reservation, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const reservation = await lockReservation(trx, this.id)
        const told = { at: act.at, by: authorOf(act.by) }
        if (reservation.closedAt && (reservation.outcome !== 'cancelled' || reservation.toldAt)) return
        if (!reservation.closedAt && reservation.remindedAt) return
        await reservation
          .merge(reservation.closedAt ? { toldAt: told.at, toldBy: told.by } : { remindedAt: told.at, remindedBy: told.by })
          .save()
        await reservation.track(trx, act, 'postes.reservation.called', { poste: reservation.posteId })
        await tellReserved(trx, reservation.siteId, [])
      })
    }
  }
}

/** The day before; of what is reserved later than that, some hours before; of what is soon, never. */
export function remindAt(startsAt: DateTime, at: DateTime): DateTime | null {
  const hours = postesConfig.reminderHours.find((before) => startsAt.minus({ hours: before + APART }) >= at)
  return hours ? startsAt.minus({ hours }) : null
}
