/* What the database is asked of the places that people have in queues. */
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Place } from '#models/fair/place'
import { PROLONGATION } from '#models/fair/recall'

/** `Alice D.`: enough to know who goes first, too little to look somebody up. */
export const SHORT_NAME = `a.given_name || ' ' || left(a.family_name, 1) || '.'`

/** The places of one attendee, :attendee or a column of what is around. */
export const places = (attendee: string) => `
  select e.id as "entryId", e.stand_id as "standId", s.name as stand, s.place as "standPlace", s.slots, e.position,
    e.completed_at as "completedAt", e.soon_at as "soonAt",
    s.measured_interviews as "measuredInterviews", s.median_seconds as "medianSeconds", s.long_seconds as "longSeconds",
    f.interview_minutes as "interviewMinutes", b.since as "insideSince",
    exists (select 1 from fair_openings o where o.fair_id = e.fair_id and o.ended_at is null) as "fairOpen",
    exists (select 1 from stand_pauses p where p.stand_id = e.stand_id and p.ended_at is null) as "standPaused",
    greatest(0, s.slots - b.busy) as "freeSlots",
    c.id as "callId", c.called_at as "calledAt", c.expires_at as "callExpiresAt", c.grace_started_at as "graceStartedAt",
    c.prolonged_at as "prolongedAt",
    coalesce(c.grace_started_at is not null and c.prolonged_at is null
      and c.expires_at < c.called_at + make_interval(secs => f.grace_seconds + ${PROLONGATION}), false) as prolongable,
    k.cause as skip, k.started_at as "skippedAt",
    (
      select count(*) from skips n
      where n.attendee_id = e.attendee_id and n.stand_id = e.stand_id and n.cause <> 'held' and n.undone_at is null
    ) as "noShows",
    case when e.completed_at is null then o.ahead - b.before else 0 end as ahead, coalesce(o.ready, 0) as "readyAhead",
    case when e.completed_at is null and c.id is null and s.slots > b.busy then (
      select ${SHORT_NAME} from queue_entries o join attendees a on a.id = o.attendee_id
      where o.stand_id = e.stand_id and o.left_at is null and o.completed_at is null and o.rank_key < e.rank_key
        and not exists (select 1 from interviews i where i.attendee_id = o.attendee_id and i.ended_at is null)
        and not exists (select 1 from attendee_pauses p where p.attendee_id = o.attendee_id and p.ended_at is null)
        and not exists (select 1 from skips n where n.queue_entry_id = o.id and n.ended_at is null)
      order by o.rank_key limit 1
    ) end as next,
    case when e.completed_at is null and c.id is null and s.slots <= b.busy then (
      select ${SHORT_NAME} from interviews i join attendees a on a.id = i.attendee_id
      where i.stand_id = e.stand_id and i.ended_at is null and i.attendee_id <> e.attendee_id
      order by i.started_at limit 1
    ) end as inside
  from queue_entries e
  join stands s on s.id = e.stand_id
  join fairs f on f.id = s.fair_id
  left join skips k on k.queue_entry_id = e.id and k.ended_at is null
  left join calls c on c.queue_entry_id = e.id and c.ended_at is null
  cross join lateral (
    select count(*) as busy, count(*) filter (where w.rank_key < e.rank_key) as before, array_agg(i.started_at) as since
    from interviews i join queue_entries w on w.id = i.queue_entry_id
    where i.stand_id = e.stand_id and i.ended_at is null
  ) b
  left join lateral (
    select count(*) as ahead, count(*) filter (where
      w.attendee_id not in (select i.attendee_id from interviews i where i.ended_at is null)
      and w.attendee_id not in (select p.attendee_id from attendee_pauses p where p.ended_at is null)
      and w.id not in (select n.queue_entry_id from skips n where n.ended_at is null)
    ) as ready
    from queue_entries w
    where w.stand_id = e.stand_id and w.left_at is null and w.completed_at is null and w.rank_key < e.rank_key
  ) o on e.completed_at is null
  where e.attendee_id = ${attendee} and e.left_at is null`

/** Their place at one stand, if they have one. */
export async function placeAt(client: QueryClientContract, attendeeId: number, standId: number): Promise<Place | undefined> {
  const { rows } = await client.rawQuery(`${places(':attendee')} and e.stand_id = :stand`, { attendee: attendeeId, stand: standId })
  return rows[0]
}
