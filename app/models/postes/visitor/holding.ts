import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import Visitor from '#models/postes/visitor'

/**
 * The first lock of whatever changes a visitor: visitors, then sessions, then postes, each ascending.
 * @throws {Refusal} postes.refusals.visitor_unknown: nothing is left of them to change
 */
export async function lockVisitor(trx: TransactionClientContract, id: number): Promise<Visitor> {
  const [visitor] = await lockVisitors(trx, [id])
  return visitor
}

/** Several, in the order in which everybody locks them; they come back in the order asked for. */
export async function lockVisitors(trx: TransactionClientContract, ids: number[]): Promise<Visitor[]> {
  const rows = await Visitor.query({ client: trx }).whereIn('id', ids).orderBy('id').forUpdate()
  const found = new Map(rows.filter((row) => !row.anonymisedAt).map((row) => [row.id, row]))
  if (found.size < new Set(ids).size) throw new Refusal('postes.refusals.visitor_unknown')
  return ids.map((id) => found.get(id)!)
}

/** Whether they have a session, or a code that opens one: their row is held, so none is given meanwhile. */
export async function isBusy(trx: TransactionClientContract, { id }: Visitor): Promise<boolean> {
  return (await trx.from('poste_sessions').where('visitor_id', id).whereNull('ended_at').first()) !== null
}
