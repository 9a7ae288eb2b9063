import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import type Visitor from '#models/postes/visitor'
import { moveReservations } from '#models/postes/reservation_following'
import { tellLine } from '#models/postes/ticket_line'
import { erase } from '#models/postes/visitor/forgetting'
import { isBusy, lockVisitors } from '#models/postes/visitor/holding'
import VisitorConsent from '#models/postes/visitor_consent'

/** What the one that stays takes of the other, where it has nothing itself. */
const FILLED = ['userId', 'email', 'phone', 'address', 'postalCode', 'birthDate'] as const

/** One person who was written twice. */
export function Merging<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * This one stays, with the sessions, the place in the line, the reservations, the consents and what it lacked of the other, of whom nothing is kept.
     * @throws {Refusal} visitors.refusals.merge_self, merge_guest, merge_busy, merge_accounts, postes.refusals.visitor_unknown
     */
    async absorb(this: Visitor, otherId: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        if (otherId === this.id) throw new Refusal('visitors.refusals.merge_self')
        const [kept, other] = await lockVisitors(trx, [this.id, otherId])
        if (kept.siteId !== other.siteId) throw new Refusal('postes.refusals.visitor_unknown')
        if (kept.isGuest && !other.isGuest) throw new Refusal('visitors.refusals.merge_guest')
        if ((await isBusy(trx, kept)) && (await isBusy(trx, other))) throw new Refusal('visitors.refusals.merge_busy')
        if (kept.userId && other.userId && kept.userId !== other.userId) throw new Refusal('visitors.refusals.merge_accounts')
        const taken = takenFrom(kept, other)
        await moveSessions(trx, kept, other)
        await moveTickets(trx, act, kept, other)
        await moveReservations(trx, act, kept, other)
        await moveConsents(trx, act, kept, other)
        await movePhoto(trx, kept, other)
        await erase(other, { mergedInto: kept.id }, { ...act, trx })
        await kept.merge({ ...taken, version: kept.version + 1 }).save()
        await kept.track(trx, act, 'postes.visitor.merged', { from: other.id })
        await signal(trx, [`sites/${kept.siteId}`])
      })
    }
  }
}

/** Read before the other is erased, written after: an account is linked to one of them only. */
function takenFrom(kept: Visitor, other: Visitor): Partial<Visitor> {
  const taken: Partial<Visitor> = Object.fromEntries(
    FILLED.filter((field) => !kept[field] && other[field]).map((field) => [field, other[field]])
  )
  const notes = [kept.notes, other.notes].filter(Boolean).join('\n').slice(0, 2000)
  if (notes) taken.notes = notes
  if (kept.identityKind || !other.identityKind) return taken
  const { identityKind, identitySeenOn, identitySeenBy, identityNumber } = other
  return { ...taken, identityKind, identitySeenOn, identitySeenBy, identityNumber }
}

/** The screen of a poste where one of them sits says another name. */
async function moveSessions(trx: TransactionClientContract, kept: Visitor, other: Visitor) {
  const live: { poste_id: number }[] = await trx
    .from('poste_sessions')
    .where('visitor_id', other.id)
    .whereNull('ended_at')
    .select('poste_id')
  await trx.from('poste_sessions').where('visitor_id', other.id).update({ visitor_id: kept.id })
  await signal(
    trx,
    live.map(({ poste_id: poste }) => `postes/${poste}`)
  )
}

/** Who stands in the line twice keeps the better place. */
async function moveTickets(trx: TransactionClientContract, act: Act, kept: Visitor, other: Visitor) {
  const open: { id: number }[] = await trx
    .from('tickets')
    .whereIn('visitor_id', [kept.id, other.id])
    .whereNull('closed_at')
    .orderBy('id')
    .forUpdate()
    .select('id')
  const late = open.slice(1).map(({ id }) => id)
  await trx
    .from('tickets')
    .whereIn('id', late)
    .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'cancelled' })
  await trx.from('tickets').where('visitor_id', other.id).update({ visitor_id: kept.id })
  if (open.length) await tellLine(trx, kept.siteId)
}

/** The consent of the one who stays counts, else that of the other; both are remembered. */
async function moveConsents(trx: TransactionClientContract, act: Act, kept: Visitor, other: Visitor) {
  const of = (id: number) => VisitorConsent.query({ client: trx }).where('visitor_id', id)
  if (await kept.hasConsented(trx))
    await of(other.id)
      .whereNull('withdrawn_at')
      .update({ withdrawn_at: act.at.toJSDate(), withdrawn_by: authorOf(act.by) })
  await of(other.id).update({ visitor_id: kept.id })
}

async function movePhoto(trx: TransactionClientContract, kept: Visitor, other: Visitor) {
  const [own] = await kept.documents('visitor_photo').useTransaction(trx)
  if (!own) await trx.from('documents').where('visitor_id', other.id).whereNotNull('key').update({ visitor_id: kept.id })
}
