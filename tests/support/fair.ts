import db from '@adonisjs/lucid/services/db'
import type { Assert } from '@japa/assert'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import Interview from '#models/fair/interview'
import type Stand from '#models/fair/stand'

/** Given names of those whom a stand calls now, in the order of the queue. */
export async function calledAt(stand: Stand): Promise<string[]> {
  const rows = await db
    .from('calls')
    .join('queue_entries', 'queue_entries.id', 'calls.queue_entry_id')
    .join('attendees', 'attendees.id', 'calls.attendee_id')
    .where('calls.stand_id', stand.id)
    .whereNull('calls.ended_at')
    .orderBy('queue_entries.rank_key')
    .select('attendees.given_name')
  return rows.map((row) => row.given_name)
}

export async function statusOf(attendee: Attendee) {
  return (await attendee.outlook()).presence.status
}

export async function insideOf(stand: Stand): Promise<Interview[]> {
  return Interview.query().where('stand_id', stand.id).whereNull('ended_at').orderBy('id')
}

/** The open interview of an attendee. */
export async function interviewOf(attendee: Attendee): Promise<Interview> {
  return Interview.query().where('attendee_id', attendee.id).whereNull('ended_at').firstOrFail()
}

/** How many people stand before the attendee in that queue, and why they may not start there. */
export async function placeOf(attendee: Attendee, stand: Stand) {
  const { calls, waiting, passed } = await attendee.outlook()
  const place = [...calls, ...waiting, ...passed].find((one) => one.standId === stand.id)!
  return { ...place, code: place.reason?.code ?? null }
}

/** The rule says no, for this reason. @param params of the sentence, some of them */
export async function assertRefused(
  assert: Assert,
  work: () => Promise<unknown>,
  sentence: string,
  params: Record<string, string | number> = {}
) {
  try {
    await work()
  } catch (error) {
    assert.instanceOf(error, Refusal)
    assert.equal((error as Refusal).sentence, sentence)
    return assert.containSubset((error as Refusal).params, params)
  }
  assert.fail(`expected the refusal ${sentence}`)
}
