import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { settings } from '#services/settings'

export type AlertKind = 'long' | 'idle' | 'absent' | 'held'

/** Something at a fair that wants its organiser. */
export interface Alert {
  kind: AlertKind
  standId: number
  stand: string
  since: Date
  /** nobody, for an idle stand */
  attendeeId: number | null
  name: string | null
  entryId: number | null
  interviewId: number | null
  /** how many people could come in at an idle stand */
  available: number | null
  /** the stand that has called somebody before the one that waits */
  before: string | null
  /** whether a no-show still passes over the place in the queue */
  skipped: boolean
  /** its place among those of its kind, from 1, and how many of them there are */
  place: number
  total: number
}

/** As many of each kind as are shown; all are counted. */
const SHOWN = 8

/** How long a no-show is an alert (minutes). */
const RECENT = 60

const NAME = `a.given_name || ' ' || a.family_name`

/** An interview that is longer than is usual. */
const LONG = `
  select 'long' as kind, s.id as "standId", s.name as stand, i.started_at as since, a.id as "attendeeId", ${NAME} as name,
    i.queue_entry_id as "entryId", i.id as "interviewId", null::bigint as available, null::text as before, false as skipped
  from stands s
  join interviews i on i.stand_id = s.id and i.ended_at is null and i.started_at <= :long
  join attendees a on a.id = i.attendee_id
  where s.fair_id = :fair`

/** Open, with people who could come in, and nobody inside: since the last of what had to happen for it. */
const IDLE = `
  select 'idle', s.id, s.name, t.since, null, null, null, null, w.available, null, false
  from stands s
  join fair_openings o on o.fair_id = s.fair_id and o.ended_at is null
  cross join lateral (
    select count(*) as available, min(greatest(e.joined_at, i.ended_at, p.ended_at, k.ended_at)) as since
    from queue_entries e
    left join lateral (select max(ended_at) as ended_at from interviews where attendee_id = e.attendee_id) i on true
    left join lateral (select max(ended_at) as ended_at from attendee_pauses where attendee_id = e.attendee_id) p on true
    left join lateral (select max(ended_at) as ended_at from skips where queue_entry_id = e.id) k on true
    where e.stand_id = s.id and e.left_at is null and e.completed_at is null
      and not exists (select 1 from interviews where attendee_id = e.attendee_id and ended_at is null)
      and not exists (select 1 from attendee_pauses where attendee_id = e.attendee_id and ended_at is null)
      and not exists (select 1 from skips where queue_entry_id = e.id and ended_at is null)
  ) w
  cross join lateral (
    select greatest(w.since, o.started_at,
      (select max(ended_at) from interviews where stand_id = s.id), (select max(ended_at) from stand_pauses where stand_id = s.id)) as since
  ) t
  where s.fair_id = :fair and w.available > 0 and t.since <= :idle
    and not exists (select 1 from interviews where stand_id = s.id and ended_at is null)
    and not exists (select 1 from stand_pauses where stand_id = s.id and ended_at is null)`

/** Somebody who was called and did not come, lately, at a fair that goes on. */
const ABSENT = `
  select 'absent', s.id, s.name, k.started_at, a.id, ${NAME}, e.id, null, null, null, k.ended_at is null
  from stands s
  join skips k on k.stand_id = s.id and k.cause <> 'held' and k.undone_at is null and k.started_at > :recent
  join queue_entries e on e.id = k.queue_entry_id and e.left_at is null and e.completed_at is null
  join attendees a on a.id = k.attendee_id
  where s.fair_id = :fair
    and exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null)
    and not exists (select 1 from skips later where later.queue_entry_id = k.queue_entry_id and later.id > k.id)
    and not exists (select 1 from interviews where queue_entry_id = e.id and ended_at is null)`

/** Somebody called by two stands, for whom the second waits. */
const HELD = `
  select 'held', s.id, s.name, c.called_at, a.id, ${NAME}, c.queue_entry_id, null, null, b.name, false
  from stands s
  join calls c on c.stand_id = s.id and c.ended_at is null and c.grace_started_at is null
  join attendees a on a.id = c.attendee_id
  join calls o on o.attendee_id = c.attendee_id and o.ended_at is null and o.grace_started_at is not null
  join stands b on b.id = o.stand_id
  where s.fair_id = :fair`

/** What lasts longest comes first, and the last no-show. */
const URGENCY = `case kind when 'absent' then :at - since else since - :at end`

/** In one question; the kinds in their order of urgency. */
export async function alertsOf(fairId: number, at: DateTime): Promise<Alert[]> {
  const { longMinutes, idleMinutes } = settings().fair
  const { rows } = await db.rawQuery(
    `select * from (
      select *, count(*) over (partition by kind) as total,
        row_number() over (partition by kind order by ${URGENCY}, "standId", "attendeeId") as place
      from (${[LONG, IDLE, ABSENT, HELD].join(' union all ')}) alert
    ) alert where place <= ${SHOWN}
    order by array_position(array['long', 'idle', 'absent', 'held'], kind), place`,
    {
      fair: fairId,
      at: at.toJSDate(),
      long: at.minus({ minutes: longMinutes }).toJSDate(),
      idle: at.minus({ minutes: idleMinutes }).toJSDate(),
      recent: at.minus({ minutes: RECENT }).toJSDate(),
    }
  )
  return rows
}
