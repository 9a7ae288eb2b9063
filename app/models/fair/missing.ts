/* Calls that nobody answered: the place is skipped for now, and the second time it is the last. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Call from '#models/fair/call'
import QueueEntry from '#models/fair/queue_entry'
import Skip from '#models/fair/skip'
import { newsExpiry, tell } from '#models/fair/telling'
import { type Act, authorOf } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { audit } from '#models/mixins/tracked'
import { DateTime } from 'luxon'

/**
 * Ends an open call of a locked attendee at a locked stand. One whose grace never ran (`held`) passes the place over without
 * holding it against anybody.
 */
export async function miss(trx: TransactionClientContract, act: Act, call: Call, cause: Skip['cause']) {
  await trx.from('calls').where('id', call.id).whereNull('ended_at').update({ ended_at: act.at.toJSDate(), outcome: 'missed' })
  const last = cause !== 'held' && (await noShows(trx, call)) > 0
  const rankBefore = last ? await rankLast(trx, call) : null
  const { queueEntryId, standId, attendeeId, id: callId } = call
  const skip = await Skip.create(
    { queueEntryId, standId, attendeeId, callId, cause, rankBefore, startedAt: act.at, startedBy: authorOf(act.by) },
    { client: trx }
  )
  await withdrawNews(trx, act, [`call:${call.id}`])
  await tellMissed(trx, act, skip, last)
}

/** Ends the open skip of a place, if there is one: it counts again among those who wait. */
export async function endSkip(trx: TransactionClientContract, { at, by }: Act, entryId: number) {
  const ended = await trx
    .from('skips')
    .where('queue_entry_id', entryId)
    .whereNull('ended_at')
    .update({ ended_at: at.toJSDate(), ended_by: authorOf(by) }, ['id'])
  return ended.length > 0
}

/** The number at the end of a locked stand's queue: before whoever joins later, and nobody's position. */
export async function takeRank(trx: TransactionClientContract, standId: number): Promise<number> {
  const { rows } = await trx.rawQuery('update stands set next_rank = next_rank + 1 where id = ? returning next_rank - 1 as rank', [standId])
  return rows[0].rank
}

/** How often this person did not come to this stand, whichever place they had then. */
async function noShows(trx: TransactionClientContract, { standId, attendeeId }: Call) {
  const [{ total }] = await Skip.query({ client: trx })
    .where({ stand_id: standId, attendee_id: attendeeId })
    .whereNot('cause', 'held')
    .whereNull('undone_at')
    .count('* as total')
    .pojo<{ total: number }>()
  return total
}

async function rankLast(trx: TransactionClientContract, { queueEntryId, standId }: Call) {
  const { rankKey } = await QueueEntry.query({ client: trx }).where('id', queueEntryId).firstOrFail()
  await QueueEntry.query({ client: trx })
    .where('id', queueEntryId)
    .update({ rank_key: await takeRank(trx, standId) })
  return rankKey
}

async function tellMissed(trx: TransactionClientContract, act: Act, skip: Skip, last: boolean) {
  const row = await trx
    .from('attendees')
    .join('fairs', 'fairs.id', 'attendees.fair_id')
    .joinRaw('join stands on stands.id = ?', [skip.standId])
    .where('attendees.id', skip.attendeeId)
    .select('attendees.user_id', 'fairs.id', 'fairs.slug', 'fairs.ends_at', 'stands.name')
    .firstOrFail()
  await audit(trx, act, [
    {
      action: 'fair.call.missed',
      object: { type: 'call', id: skip.callId },
      fairId: row.id,
      changes: { stand: skip.standId, attendee: skip.attendeeId, cause: skip.cause, last },
    },
  ])
  await tell(trx, act, [
    {
      userId: row.user_id,
      attendeeId: skip.attendeeId,
      kind: 'fair.missed',
      params: { stand: row.name, last: last ? 'yes' : 'no' },
      path: `/salon/${row.slug}/my`,
      about: `skip:${skip.queueEntryId}`,
      expiresAt: newsExpiry(DateTime.fromJSDate(row.ends_at), act),
    },
  ])
}
