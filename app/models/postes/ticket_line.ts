/* What the verbs of the waiting list share. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import type PosteSession from '#models/postes/poste_session'
import Ticket from '#models/postes/ticket'
import { settings } from '#services/settings'

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

/**
 * Nobody waits into another day: the numbers begin again. Where no hours are known, midnight closes nothing, and a place is kept for as
 * long as a code there.
 */
export async function closeOldPlaces(act: Act): Promise<void> {
  await within(act, async (trx) => {
    const { rows } = await trx.rawQuery<{ rows: { id: number; number: number; site_id: number }[] }>(
      `select k.id, k.number, k.site_id from tickets k join sites i on i.id = k.site_id
      where k.closed_at is null and k.day < :today
        and (k.taken_at + make_interval(hours => i.code_hours) <= :at or exists (select 1 from site_hours h where h.site_id = i.id))
      order by k.id for update of k skip locked`,
      { at: act.at.toJSDate(), today: act.at.setZone(settings().zone).toISODate()! }
    )
    if (rows.length === 0) return
    await trx
      .from('tickets')
      .whereIn(
        'id',
        rows.map(({ id }) => id)
      )
      .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'absent' })
    await audit(
      trx,
      act,
      rows.map(({ id, number, site_id: siteId }) => ({
        action: 'postes.ticket.expired',
        object: { type: 'ticket', id },
        siteId,
        changes: { number },
      }))
    )
    for (const site of new Set(rows.map(({ site_id: siteId }) => siteId))) await tellLine(trx, site)
  })
}
