import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Fair from '#models/fair/fair'
import Interview from '#models/fair/interview'
import { measurePace } from '#models/fair/pace'
import QueueEntry from '#models/fair/queue_entry'
import type Stand from '#models/fair/stand'
import { type Act, authorOf } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { audit } from '#models/mixins/tracked'

/** Puts an attendee in the smallest free slot of a locked stand. @param full what is said when there is none */
export async function seat(trx: TransactionClientContract, act: Act, stand: Stand, entryId: number, attendeeId: number, full?: Refusal) {
  const slot = await freeSlot(trx, stand.id)
  if (!slot) throw full ?? new Refusal('fair.reasons.full', { stand: stand.name })
  const interview = await Interview.create(
    { queueEntryId: entryId, standId: stand.id, attendeeId, slot, startedAt: act.at, startedBy: authorOf(act.by) },
    { client: trx }
  )
  await withdrawNews(trx, act, await answered(trx, act, entryId))
  await audit(trx, act, [lineAbout(stand, interview, 'fair.interview.started')])
  return interview
}

/** Nobody waits for them any more: their skip and their call are over. @returns what was told of the call */
async function answered(trx: TransactionClientContract, { at, by }: Act, entryId: number) {
  const { rows } = await trx.rawQuery<{ rows: { about: string }[] }>(
    `with back as (
      update skips set ended_at = :at, ended_by = :by where queue_entry_id = :entry and ended_at is null
    )
    update calls set ended_at = :at, outcome = 'started' where queue_entry_id = :entry and ended_at is null returning 'call:' || id as about`,
    { at: at.toJSDate(), by: authorOf(by), entry: entryId }
  )
  return rows.map(({ about }) => about)
}

/** Somebody leaves a stand before they have passed it. */
export async function interruptOne(trx: TransactionClientContract, act: Act, id: number) {
  await trx.rawQuery(
    `update interviews set ended_at = ${ENDED}, ended_by = :by, outcome = 'interrupted' where id = :id and ended_at is null`,
    { at: act.at.toJSDate(), by: authorOf(act.by), id }
  )
}

/**
 * R6, R12: ended, the place completed, the attendee paused.
 * @returns who it was with, or undefined when somebody has ended it already
 */
export async function endPassed(trx: TransactionClientContract, act: Act, id: number) {
  const { rows } = await trx.rawQuery<{ rows: { id: number; userId: number | null }[] }>(
    `with ended as (
      update interviews set ended_at = ${ENDED}, ended_by = :by, outcome = 'passed' where id = :id and ended_at is null
      returning queue_entry_id, attendee_id
    ), completed as (
      update queue_entries e set completed_at = :at from ended where e.id = ended.queue_entry_id
    ), paused as (
      insert into attendee_pauses (attendee_id, reason, started_at, started_by)
      select attendee_id, 'passed', :at::timestamptz, :by from ended
    )
    select a.id, a.user_id as "userId" from ended join attendees a on a.id = ended.attendee_id`,
    { at: act.at.toJSDate(), by: authorOf(act.by), id }
  )
  return rows.at(0)
}

/** A verb that waited for its lock carries an instant from before what it waited for. */
const ENDED = 'greatest(started_at, :at)'

/** With what was said of it: "pensez à repasser disponible". */
export async function endPause(trx: TransactionClientContract, act: Act, attendeeId: number) {
  await withdrawNews(trx, act, [`pause:${attendeeId}`])
  return trx
    .from('attendee_pauses')
    .where('attendee_id', attendeeId)
    .whereNull('ended_at')
    .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) }, ['id'])
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

export function lineAbout(stand: Stand, interview: Interview, action: string) {
  return { action, object: interview.auditObject, fairId: stand.fairId, changes: { stand: stand.id, attendee: interview.attendeeId } }
}

/** An interview that was ended by mistake goes on. @throws {Refusal} fair.refusals.undo_full */
export async function reopen(stand: Stand, trx: TransactionClientContract, act: Act, interview: Interview) {
  const slot = await freeSlot(trx, stand.id)
  if (!slot) throw new Refusal('fair.refusals.undo_full')
  await Interview.query({ client: trx }).where('id', interview.id).update({ ended_at: null, ended_by: null, outcome: null, slot })
  await QueueEntry.query({ client: trx }).where('id', interview.queueEntryId).update({ completed_at: null })
  await endPause(trx, act, interview.attendeeId)
  await measurePace(trx, stand.id)
  await audit(trx, act, [lineAbout(stand, interview, 'fair.interview.reopened')])
}

/** Ends the open interviews of these stands, or of these attendees, all locked; a line of the audit for each. */
export async function interrupt(
  trx: TransactionClientContract,
  act: Act,
  fair: Fair,
  of: 'stand_id' | 'attendee_id',
  ids: number[]
): Promise<{ id: number; stand_id: number; attendee_id: number }[]> {
  const { rows } = await trx.rawQuery(
    `update interviews set ended_at = greatest(started_at, :at), ended_by = :by, outcome = 'interrupted'
    where ${of} = any(:ids) and ended_at is null returning id, stand_id, attendee_id`,
    { at: act.at.toJSDate(), by: authorOf(act.by), ids: ids as never }
  )
  const line = (row: { id: number; stand_id: number; attendee_id: number }) => ({
    action: 'fair.interview.interrupted',
    object: { type: 'interview', id: row.id },
    fairId: fair.id,
    changes: { stand: row.stand_id, attendee: row.attendee_id },
  })
  await audit(trx, act, rows.map(line))
  return rows
}
