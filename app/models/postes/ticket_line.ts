/* What the verbs of the waiting list share. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import type PosteSession from '#models/postes/poste_session'
import Ticket from '#models/postes/ticket'

/**
 * The row itself, held until the transaction ends.
 * @throws {Refusal} counter.refusals.ticket_closed
 */
export async function lockTicket(trx: TransactionClientContract, id: number): Promise<Ticket> {
  const ticket = await Ticket.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  if (ticket.closedAt) throw new Refusal('counter.refusals.ticket_closed')
  return ticket
}

/** Tells the desk and its screen. */
export async function tellLine(trx: TransactionClientContract, siteId: number) {
  await signal(trx, [`sites/${siteId}`, `sites/${siteId}/wall`])
}

/** Whoever is given a poste waits no more, however it was given. Whoever calls holds the row of the visitor. */
export async function closePlaceOf(trx: TransactionClientContract, act: Act, session: PosteSession) {
  const closed: { id: number; number: number }[] = await trx
    .from('tickets')
    .where('visitor_id', session.visitorId)
    .whereNull('closed_at')
    .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'served', poste_session_id: session.id }, [
      'id',
      'number',
    ])
  if (closed.length === 0) return
  await audit(
    trx,
    act,
    closed.map(({ id, number }) => ({
      action: 'postes.ticket.served',
      object: { type: 'ticket', id },
      siteId: session.siteId,
      changes: { number, session: session.id },
    }))
  )
  await tellLine(trx, session.siteId)
}
