/* What a stand's dashboard asks of the database: one question a column. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Status } from '#models/fair/presence'
import type Skip from '#models/fair/skip'
import { PAGE_SIZE, containing } from '#models/mixins/paging'
import { settings } from '#services/settings'

export interface Inside {
  interviewId: number
  entryId: number
  attendeeId: number
  name: string
  startedAt: Date
}

export interface Waiting {
  entryId: number
  attendeeId: number
  name: string
  /** people inside at this stand have none */
  rank: number | null
  joinedAt: Date
  status: Status
  elsewhere: string | null
  called: boolean
  callId: number | null
  /** null for a call that waits for the person's other one */
  graceStartedAt: Date | null
  callExpiresAt: Date | null
  prolonged: boolean
  skip: Skip['cause'] | null
  skippedAt: Date | null
  noShows: number
  /** the stand whose call of the same person has its clock running */
  waitsFor: string | null
  /** whether a page of theirs can ring, or start */
  hasPhone: boolean
}

/** What is said of somebody `a`, of their call `c` and of their place `e` at a stand, skipped by `k`. */
export const CALLED = `c.id is not null as called, c.id as "callId", c.grace_started_at as "graceStartedAt", c.expires_at as "callExpiresAt",
  c.prolonged_at is not null as prolonged, k.cause as skip, k.started_at as "skippedAt", (
    select count(*) from skips n
    where n.attendee_id = e.attendee_id and n.stand_id = e.stand_id and n.cause <> 'held' and n.undone_at is null
  ) as "noShows",
  case when c.grace_started_at is null and c.id is not null then (
    select w.name from calls o join stands w on w.id = o.stand_id
    where o.attendee_id = e.attendee_id and o.ended_at is null and o.grace_started_at is not null
  ) end as "waitsFor",
  a.user_id is not null or exists (select 1 from secret_links l where l.attendee_id = a.id and l.revoked_at is null) as "hasPhone"`

export interface Passed {
  interviewId: number | null
  entryId: number
  attendeeId: number
  name: string
  completedAt: Date
  undoable: boolean
  undoUntil: Date | null
}

export async function stateOf(standId: number) {
  const { rows } = await db.rawQuery(
    `select
      exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null) as fair_open,
      exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as paused,
      (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) as inside,
      w.waiting, w.available,
      (select count(*) from queue_entries e where e.stand_id = s.id and e.completed_at is not null) as passed
    from stands s
    cross join lateral (
      select count(*) as waiting, count(*) filter (
        where e.attendee_id not in (select i.attendee_id from interviews i where i.ended_at is null)
        and e.attendee_id not in (select p.attendee_id from attendee_pauses p where p.ended_at is null)
        and e.id not in (select k.queue_entry_id from skips k where k.ended_at is null)
      ) as available
      from queue_entries e
      where e.stand_id = s.id and e.left_at is null and e.completed_at is null
        and e.id not in (select i.queue_entry_id from interviews i where i.ended_at is null)
    ) w
    where s.id = ?`,
    [standId]
  )
  return rows[0]
}

export async function insideOf(standId: number): Promise<Inside[]> {
  const { rows } = await db.rawQuery(
    `select i.id as "interviewId", i.queue_entry_id as "entryId", i.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name, i.started_at as "startedAt"
    from interviews i join attendees a on a.id = i.attendee_id
    where i.stand_id = ? and i.ended_at is null order by i.started_at, i.id`,
    [standId]
  )
  return rows
}

/** @param search in a name; the rank is that of the whole queue */
export async function waitingOf(standId: number, limit: number | null, search = ''): Promise<Waiting[]> {
  const { rows } = await db.rawQuery(
    `select e.id as "entryId", e.attendee_id as "attendeeId", e.name, e.joined_at as "joinedAt", e.rank,
      case when i.id is not null then 'interviewing' when p.id is not null then 'paused' else 'available' end as status,
      s.name as elsewhere, ${CALLED}
    from (
      select * from (
        select w.id, w.stand_id, w.attendee_id, w.joined_at, p.given_name || ' ' || p.family_name as name,
          row_number() over (order by w.rank_key)::int as rank
        from queue_entries w join attendees p on p.id = w.attendee_id
        where w.stand_id = :stand and w.left_at is null and w.completed_at is null
          and w.id not in (select queue_entry_id from interviews where ended_at is null)
      ) line where plain(name) like :search order by rank limit :limit
    ) e
    join attendees a on a.id = e.attendee_id
    left join interviews i on i.attendee_id = e.attendee_id and i.ended_at is null
    left join stands s on s.id = i.stand_id
    left join attendee_pauses p on p.attendee_id = e.attendee_id and p.ended_at is null
    left join calls c on c.queue_entry_id = e.id and c.ended_at is null
    left join skips k on k.queue_entry_id = e.id and k.ended_at is null
    order by e.rank`,
    { stand: standId, limit, search: containing(search) }
  )
  return rows
}

export async function passedOf(standId: number, page: number, at: DateTime): Promise<Passed[]> {
  const { rows } = await db.rawQuery(
    `select e.id as "entryId", e.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name, e.completed_at as "completedAt",
      i.id as "interviewId", coalesce(i.ended_at > :undo, false) as undoable,
      i.ended_at + make_interval(secs => :seconds) as "undoUntil"
    from queue_entries e
    join attendees a on a.id = e.attendee_id
    left join lateral (
      select id, ended_at from interviews where queue_entry_id = e.id and outcome = 'passed' order by ended_at desc limit 1
    ) i on true
    where e.stand_id = :stand and e.completed_at is not null
    order by e.completed_at desc, e.id desc limit :limit offset :offset`,
    {
      stand: standId,
      undo: at.minus({ seconds: settings().fair.undoSeconds }).toJSDate(),
      seconds: settings().fair.undoSeconds,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }
  )
  return rows
}
