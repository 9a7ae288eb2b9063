import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { fairConfig } from '#config/fair'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import AttendeePause from '#models/fair/attendee_pause'
import { type Floor, lockFloor } from '#models/fair/floor'
import Interview from '#models/fair/interview'
import { obstacle, placeAt, presenceOf, refuse } from '#models/fair/place'
import { settle } from '#models/fair/settle'
import QueueEntry from '#models/fair/queue_entry'
import type Stand from '#models/fair/stand'
import { type Act, authorOf, within } from '#models/mixins/act'
import { notify } from '#models/mixins/notifying'
import { audit } from '#models/mixins/tracked'

/** The meetings at a stand: starting one, marking somebody passed, and taking that back. */
export function Interviewing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The attendee comes in. Starting twice is starting once.
     * @throws {Refusal} fair.reasons.*: see `obstacle`
     */
    async startInterview(this: Stand, attendee: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const floor = await lockFloor(trx, { attendees: [attendee.id], stands: [this.id] })
        const presence = await presenceOf(trx, attendee.id)
        if (presence.interview?.standId === this.id) return
        const place = await placeAt(trx, attendee.id, this.id)
        if (!place) throw new Refusal('fair.refusals.not_in_queue', { stand: this.name })
        const found = obstacle(place, presence)
        if (found) refuse(found)
        await seat(trx, act, this, place.entryId, attendee.id)
        await settle(trx, act, { fairId: this.fairId, stands: idsOf(floor), attendees: [attendee.id] })
      })
    }

    /**
     * R6, R7, R12: the stand ends the interview; the slot is free at once and the attendee is paused.
     * @throws {Refusal} fair.refusals.already_passed
     */
    async markPassed(this: Stand, interview: Interview, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const floor = await lockFloor(trx, { attendees: [interview.attendeeId], stands: [this.id] })
        const ended = await closeInterview(trx, act, interview.id, 'passed')
        if (!ended) throw new Refusal('fair.refusals.already_passed')
        await QueueEntry.query({ client: trx }).where('id', interview.queueEntryId).update({ completed_at: act.at.toJSDate() })
        await AttendeePause.create(
          { attendeeId: interview.attendeeId, reason: 'passed', startedAt: act.at, startedBy: authorOf(act.by) },
          { client: trx }
        )
        await audit(trx, act, [lineAbout(this, interview, 'fair.interview.passed')])
        await tellPassed(this, trx, act, floor.attendees[0])
        await settle(trx, act, { fairId: this.fairId, stands: idsOf(floor), attendees: [interview.attendeeId] })
      })
    }

    /**
     * "Annuler": for some seconds, a mistaken "marquer passé" is as if it had not been.
     * @throws {Refusal} fair.refusals.undo_late, undo_elsewhere, undo_full
     */
    async undoPassed(this: Stand, interview: Interview, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const floor = await lockFloor(trx, { attendees: [interview.attendeeId], stands: [this.id] })
        const row = await Interview.query({ client: trx }).where('id', interview.id).firstOrFail()
        if (!row.endedAt) return
        const limit = row.endedAt.plus({ seconds: fairConfig.undoSeconds })
        if (row.outcome !== 'passed' || act.at > limit) throw new Refusal('fair.refusals.undo_late', { seconds: fairConfig.undoSeconds })
        const presence = await presenceOf(trx, row.attendeeId)
        if (presence.interview) throw new Refusal('fair.refusals.undo_elsewhere', { stand: presence.interview.stand })
        await reopen(this, trx, act, row)
        await settle(trx, act, { fairId: this.fairId, stands: idsOf(floor), attendees: [row.attendeeId] })
      })
    }
  }
}

/** Puts an attendee in the smallest free slot of a locked stand. @throws {Refusal} fair.reasons.full */
export async function seat(trx: TransactionClientContract, act: Act, stand: Stand, entryId: number, attendeeId: number) {
  const slot = await freeSlot(trx, stand.id)
  if (!slot) throw new Refusal('fair.reasons.full', { stand: stand.name })
  const interview = await Interview.create(
    { queueEntryId: entryId, standId: stand.id, attendeeId, slot, startedAt: act.at, startedBy: authorOf(act.by) },
    { client: trx }
  )
  const at = act.at.toJSDate()
  await trx.from('calls').where('queue_entry_id', entryId).whereNull('ended_at').update({ ended_at: at, outcome: 'started' })
  await trx.rawQuery(
    `update notifications set expires_at = :at where about in (select 'call:' || id from calls where queue_entry_id = :entry) and (expires_at is null or expires_at > :at)`,
    { at, entry: entryId }
  )
  await audit(trx, act, [lineAbout(stand, interview, 'fair.interview.started')])
  return interview
}

/** @returns the interview's row, or undefined when somebody has ended it already */
export async function closeInterview(trx: TransactionClientContract, { at, by }: Act, id: number, outcome: 'passed' | 'interrupted') {
  const rows = await trx
    .from('interviews')
    .where('id', id)
    .whereNull('ended_at')
    .update({ ended_at: at.toJSDate(), ended_by: authorOf(by), outcome }, ['id', 'stand_id', 'queue_entry_id'])
  return rows[0] as { id: number; stand_id: number; queue_entry_id: number } | undefined
}

export async function endPause(trx: TransactionClientContract, { at, by }: Act, attendeeId: number) {
  return trx
    .from('attendee_pauses')
    .where('attendee_id', attendeeId)
    .whereNull('ended_at')
    .update({ ended_at: at.toJSDate(), ended_by: authorOf(by) }, ['id'])
}

/** The smallest number not in use, as long as fewer people are inside than the stand has slots. */
async function freeSlot(trx: TransactionClientContract, standId: number): Promise<number | undefined> {
  const { rows } = await trx.rawQuery(
    `select n from stands s, generate_series(1, s.slots) n
    where s.id = :stand
      and (select count(*) from interviews where stand_id = s.id and ended_at is null) < s.slots
      and not exists (select 1 from interviews i where i.stand_id = s.id and i.slot = n and i.ended_at is null)
    order by n limit 1`,
    { stand: standId }
  )
  return rows[0]?.n
}

function idsOf({ stands }: Floor) {
  return stands.map((stand) => stand.id)
}

function lineAbout(stand: Stand, interview: Interview, action: string) {
  return { action, object: interview.auditObject, fairId: stand.fairId, changes: { stand: stand.id, attendee: interview.attendeeId } }
}

async function reopen(stand: Stand, trx: TransactionClientContract, act: Act, interview: Interview) {
  const slot = await freeSlot(trx, stand.id)
  if (!slot) throw new Refusal('fair.refusals.undo_full')
  await Interview.query({ client: trx }).where('id', interview.id).update({ ended_at: null, ended_by: null, outcome: null, slot })
  await QueueEntry.query({ client: trx }).where('id', interview.queueEntryId).update({ completed_at: null })
  await endPause(trx, act, interview.attendeeId)
  await audit(trx, act, [lineAbout(stand, interview, 'fair.interview.reopened')])
}

/** R16 */
async function tellPassed(stand: Stand, trx: TransactionClientContract, act: Act, attendee: Attendee) {
  if (!attendee.userId) return
  const fair = await stand.related('fair').query().useTransaction(trx).firstOrFail()
  await notify(trx, act, [
    { userId: attendee.userId, kind: 'fair.passed', params: { stand: stand.name }, path: `${fair.path}/my`, expiresAt: fair.endsAt },
  ])
}
