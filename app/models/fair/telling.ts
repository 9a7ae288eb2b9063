/* What people at a fair are told, by the channels of each kind. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { type Change, READY, RECRUITING } from '#models/fair/recall'
import type { Act } from '#models/mixins/act'
import { notify } from '#models/mixins/notifying'
import { type Ring, ring } from '#models/mixins/ringing'
import { settings } from '#services/settings'

/** "Bientôt" is said this long before (s), as far as the stand's own pace lets it be known. */
const SOON = 600
/** …and is true for this long at most (min): after it, it is no longer sent. */
const SOON_TRUE = 20

interface Called {
  id: number
  stand: string
  slug: string
  user_id: number | null
  attendee_id: number
  expires_at: Date
  fair_id: number
}

/** What is said at a fair that nobody closes does not follow people for ever. */
export function newsExpiry(endsAt: DateTime, { at }: Act) {
  return DateTime.max(endsAt, at).plus({ hours: settings().fair.newsGraceHours })
}

/** What somebody at a fair is told: by their account, or else by the phone that keeps their place. */
export interface Word extends Ring {
  userId: number | null
}

export async function tell(trx: TransactionClientContract, act: Act, words: Word[]) {
  const { guests = [], owners = [] } = Object.groupBy(words, ({ userId }) => (userId === null ? 'guests' : 'owners'))
  await notify(
    trx,
    act,
    owners.map((word) => ({ ...word, userId: word.userId! }))
  )
  await ring(trx, act, guests)
}

/** "C'est votre tour", true as long as the call may last. */
export async function tellCalled(trx: TransactionClientContract, act: Act, calls: Pick<Change, 'id' | 'user_id'>[]) {
  if (calls.length === 0) return
  const { rows } = await trx.rawQuery<{ rows: Called[] }>(
    `select c.id, s.name as stand, f.slug, f.id as fair_id, a.id as attendee_id, a.user_id,
      greatest(c.expires_at, c.called_at + make_interval(secs => f.grace_seconds + 120)) as expires_at
    from calls c join stands s on s.id = c.stand_id join fairs f on f.id = s.fair_id join attendees a on a.id = c.attendee_id
    where c.id = any(:calls) order by c.id`,
    { calls: calls.map(({ id }) => id) as never }
  )
  const news = rows.map((row) => ({
    userId: row.user_id,
    attendeeId: row.attendee_id,
    kind: 'fair.called' as const,
    params: { stand: row.stand, fairId: row.fair_id },
    path: `/salon/${row.slug}/my`,
    about: `call:${row.id}`,
    expiresAt: DateTime.fromJSDate(row.expires_at),
  }))
  await tell(trx, act, news)
}

/**
 * "Bientôt": once for each place, to those who come next when a slot is free again, and to those whom the stand's pace
 * brings there within ten minutes.
 */
export async function tellSoon(trx: TransactionClientContract, act: Act, stands: number[]) {
  if (stands.length === 0) return []
  const { rows } = await trx.rawQuery(
    `with next as (
      select e.id from stands s join fairs f on f.id = s.fair_id
      cross join lateral (
        select e.id, e.soon_at, row_number() over (order by e.rank_key) as turn from queue_entries e
        where e.stand_id = s.id and ${READY}
          and not exists (select 1 from calls c where c.queue_entry_id = e.id and c.ended_at is null)
        order by e.rank_key
        limit s.slots * greatest(1, ${SOON} / greatest(60, coalesce(s.median_seconds, f.interview_minutes * 60)))
      ) e
      where s.id = any(:stands) and ${RECRUITING} and e.soon_at is null
    ), told as (
      update queue_entries e set soon_at = :at from next where e.id = next.id returning e.id, e.stand_id, e.attendee_id
    )
    select told.id, told.stand_id as stand, told.attendee_id as attendee, a.user_id, s.name, f.slug
    from told join attendees a on a.id = told.attendee_id join stands s on s.id = told.stand_id join fairs f on f.id = s.fair_id
    order by told.id`,
    { stands: stands as never, at: act.at.toJSDate() }
  )
  const news = rows.map((row: { id: number; user_id: number | null; attendee: number; name: string; slug: string }) => ({
    userId: row.user_id,
    attendeeId: row.attendee,
    kind: 'fair.soon' as const,
    params: { stand: row.name },
    path: `/salon/${row.slug}/my`,
    about: `soon:${row.id}`,
    expiresAt: act.at.plus({ minutes: SOON_TRUE }),
  }))
  await tell(trx, act, news)
  return rows as { stand: number; attendee: number }[]
}
