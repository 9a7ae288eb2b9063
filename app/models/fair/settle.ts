import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { type News, notify, withdrawNews } from '#models/mixins/notifying'
import { settings } from '#services/settings'

export interface Settlement {
  fairId: number
  /** stands whose queue changed, all locked by this transaction */
  stands: number[]
  /** attendees who did something or to whom something was done */
  attendees?: number[]
  /** somebody arrived at the end of a queue: nothing changes for those who wait there */
  quiet?: boolean
  /** the fair itself changed: opened, closed, a stand more or less */
  fairChanged?: boolean
}

interface Change {
  made: boolean
  id: number
  stand_id: number
  attendee_id: number
  user_id: number | null
}

/**
 * The end of every verb: on each locked stand, those who may start are called and the others' calls are withdrawn;
 * whoever must know is told; every page concerned is signalled.
 */
export async function settle(trx: TransactionClientContract, act: Act, { fairId, stands, attendees = [], quiet, fairChanged }: Settlement) {
  const changes = await recall(trx, act, stands)
  await tell(
    trx,
    act,
    fairId,
    changes.filter((change) => change.made)
  )
  await withdrawNews(
    trx,
    act,
    changes.filter((change) => !change.made).map((change) => `call:${change.id}`)
  )
  const moved = new Set(changes.map((change) => change.stand_id))
  await signal(trx, [
    `fairs/${fairId}/control`,
    ...(fairChanged ? [`fairs/${fairId}`] : []),
    ...stands.map((id) => `stands/${id}`),
    ...stands.filter((id) => !quiet || moved.has(id)).map((id) => `stands/${id}/queue`),
    ...[...attendees, ...changes.map((change) => change.attendee_id)].map((id) => `attendees/${id}`),
  ])
}

/**
 * Who may start: the first k of a queue, in rank, who wait and are available, k being the stand's free slots
 * (R13). The open calls of a stand are made equal to that set.
 */
async function recall(trx: TransactionClientContract, { at }: Act, stands: number[]): Promise<Change[]> {
  if (stands.length === 0) return []
  const { rows } = await trx.rawQuery(
    `with allowed as (
      select e.* from (
        select s.id, s.slots - (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) as free
        from stands s
        where s.id = any(:stands)
          and exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null)
          and not exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null)
      ) s cross join lateral (
        select e.id, e.stand_id, e.attendee_id from queue_entries e
        where e.stand_id = s.id and e.left_at is null and e.completed_at is null
          and not exists (select 1 from interviews i where i.attendee_id = e.attendee_id and i.ended_at is null)
          and not exists (select 1 from attendee_pauses p where p.attendee_id = e.attendee_id and p.ended_at is null)
        order by e.rank_key
        limit greatest(0, s.free)
      ) e
    ), withdrawn as (
      update calls c set ended_at = :at, outcome = 'withdrawn'
      where c.stand_id = any(:stands) and c.ended_at is null
        and not exists (select 1 from allowed a where a.id = c.queue_entry_id)
      returning c.id, c.stand_id, c.attendee_id
    ), made as (
      insert into calls (queue_entry_id, stand_id, attendee_id, called_at, expires_at)
      select a.id, a.stand_id, a.attendee_id, :at::timestamptz, :at::timestamptz + make_interval(secs => f.grace_seconds + 120)
      from allowed a join stands s on s.id = a.stand_id join fairs f on f.id = s.fair_id
      where not exists (select 1 from calls c where c.queue_entry_id = a.id and c.ended_at is null)
      returning id, stand_id, attendee_id
    )
    select change.*, attendees.user_id from (
      select true as made, * from made union all select false as made, * from withdrawn
    ) change join attendees on attendees.id = change.attendee_id`,
    { stands: stands as never, at: at.toJSDate() }
  )
  return rows
}

/** What is said at a fair that nobody closes does not follow people for ever. */
export function newsExpiry(endsAt: DateTime, { at }: Act) {
  return DateTime.max(endsAt, at).plus({ hours: settings().fair.newsGraceHours })
}

/** "C'est votre tour": a notification for those who have an account. */
async function tell(trx: TransactionClientContract, act: Act, fairId: number, calls: Change[]) {
  const called = calls.filter((call) => call.user_id !== null)
  if (called.length === 0) return
  const stands = await trx
    .from('stands')
    .join('fairs', 'fairs.id', 'stands.fair_id')
    .whereIn('stands.id', [...new Set(called.map((call) => call.stand_id))])
    .select('stands.id', 'stands.name', 'fairs.slug', 'fairs.ends_at')
  const standOf = new Map(stands.map((stand) => [stand.id, stand]))
  const news: News[] = called.map((call) => ({
    userId: call.user_id!,
    kind: 'fair.called',
    params: { stand: standOf.get(call.stand_id).name, fairId },
    path: `/salon/${standOf.get(call.stand_id).slug}/my`,
    about: `call:${call.id}`,
    expiresAt: newsExpiry(DateTime.fromJSDate(standOf.get(call.stand_id).ends_at), act),
  }))
  await notify(trx, act, news)
}
