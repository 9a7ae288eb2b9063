import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Act, authorOf, within } from '#models/mixins/act'
import { audit } from '#models/mixins/tracked'
import type Reservation from '#models/postes/reservation'
import { lockLive } from '#models/postes/reservation/holding'
import { type ToldReservation, tellPerson, tellReserved } from '#models/postes/reservation_telling'

/** Why a reservation is no more: somebody said so, or what it was for is no more. */
export type Cause = 'visitor' | 'desk' | 'closing' | 'poste' | 'forgotten'

/** A poste that is not kept any more. */
export function Cancelling<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} reservations.refusals.closed_honoured, closed_cancelled, closed_absent */
    async cancel(this: Reservation, cause: 'visitor' | 'desk', act: Act): Promise<void> {
      await within(act, async (trx) => {
        const reservation = await lockLive(trx, this.id)
        await endAll(trx, act, [reservation], cause)
      })
    }
  }
}

/** Those of some rows that are still live. @param where SQL of reservations `r` */
export async function cancelAll(
  trx: TransactionClientContract,
  act: Act,
  cause: Cause,
  where: string,
  bindings: Record<string, number>
): Promise<number> {
  const { rows } = await trx.rawQuery<{ rows: ToldReservation[] }>(
    `select r.id, r.site_id as "siteId", r.visitor_id as "visitorId", r.poste_id as "posteId", r.starts_at as "startsAt"
    from reservations r where r.closed_at is null and ${where} order by r.id for update`,
    bindings
  )
  await endAll(trx, act, rows, cause)
  return rows.length
}

/** Whoever calls holds the rows. */
export async function endAll(trx: TransactionClientContract, act: Act, reservations: ToldReservation[], cause: Cause) {
  if (reservations.length === 0) return
  const ids = reservations.map(({ id }) => id)
  await trx
    .from('reservations')
    .whereIn('id', ids)
    .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'cancelled', cause })
  await audit(
    trx,
    act,
    reservations.map(({ id, siteId, posteId }) => ({
      action: 'postes.reservation.cancelled',
      object: { type: 'reservation', id },
      siteId,
      changes: { poste: posteId, cause },
    }))
  )
  await tellPerson(trx, act, 'cancelled', reservations)
  const postes = [...new Set(reservations.map(({ posteId }) => posteId))]
  await tellReserved(trx, reservations[0].siteId, postes)
}
