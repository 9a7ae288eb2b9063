/* What ends by itself: a call that nobody answered in time. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import Call from '#models/fair/call'
import { lockAttendee, lockStands } from '#models/fair/floor'
import { miss } from '#models/fair/missing'
import { settle } from '#models/fair/settle'
import { type Act, within } from '#models/mixins/act'

/** When the next of all open calls ends, if there is one. */
export async function nextCallExpiry(): Promise<Date | null> {
  const row = await db.from('calls').whereNull('ended_at').min('expires_at as next').first()
  return row?.next ?? null
}

/** Ends every call whose time is over; each person's in a transaction of its own. Whichever process does it, it is done once. */
export async function expireCalls(act: Act): Promise<void> {
  let due: number[]
  do {
    due = await attendeesDue(act)
    for (const attendeeId of due) await within(act, (trx) => expireCallsOf(trx, act, attendeeId))
  } while (due.length > 0)
}

/**
 * While no process was there nobody could answer: what fell due meanwhile lasts another minute.
 * @returns how many calls
 */
export async function reprieveCalls({ at }: Act): Promise<number> {
  const rows = await db
    .from('calls')
    .whereNull('ended_at')
    .where('expires_at', '<=', at.toJSDate())
    .update({ expires_at: at.plus({ minutes: 1 }).toJSDate() }, ['id'])
  return rows.length
}

async function attendeesDue({ at, trx }: Act): Promise<number[]> {
  const rows = await (trx ?? db)
    .from('calls')
    .whereNull('ended_at')
    .where('expires_at', '<=', at.toJSDate())
    .distinct('attendee_id')
    .orderBy('attendee_id')
    .limit(500)
  return rows.map((row) => row.attendee_id)
}

async function expireCallsOf(trx: TransactionClientContract, act: Act, attendeeId: number) {
  const { fairId } = await lockAttendee(trx, attendeeId)
  const known = await dueOf(trx, act, attendeeId)
  const stands = known.map((call) => call.standId)
  await lockStands(trx, stands)
  // Somebody may have answered while the stands were waited for; what another stand called meanwhile comes with the next round.
  const due = (await dueOf(trx, act, attendeeId)).filter((call) => stands.includes(call.standId))
  for (const call of due) await miss(trx, act, call, call.graceStartedAt ? 'missed' : 'held')
  await settle(trx, act, { fairId, stands, attendees: [attendeeId] })
}

function dueOf(trx: TransactionClientContract, { at }: Act, attendeeId: number) {
  return Call.query({ client: trx })
    .where('attendee_id', attendeeId)
    .whereNull('ended_at')
    .where('expires_at', '<=', at.toJSDate())
    .orderBy('stand_id')
}
