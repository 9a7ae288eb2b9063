import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import Reservation from '#models/postes/reservation'

/** The row itself, held until the transaction ends: after the visitor, the sessions and the postes. */
export async function lockReservation(trx: TransactionClientContract, id: number): Promise<Reservation> {
  return Reservation.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** @throws {Refusal} reservations.refusals.closed_honoured, closed_cancelled, closed_absent */
export async function lockLive(trx: TransactionClientContract, id: number): Promise<Reservation> {
  return refuseClosed(await lockReservation(trx, id))
}

/** What is written of it now; nobody rearranges it while its visitor is held. @throws {Refusal} as `lockLive` */
export async function liveOf(trx: TransactionClientContract, id: number): Promise<Reservation> {
  return refuseClosed(await Reservation.findOrFail(id, { client: trx }))
}

function refuseClosed(reservation: Reservation) {
  if (reservation.outcome) throw new Refusal(`reservations.refusals.closed_${reservation.outcome}`)
  return reservation
}
