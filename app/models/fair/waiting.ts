/* Those who wait at a stand, as it sees them. */
import db from '@adonisjs/lucid/services/db'
import type { Status } from '#models/fair/presence'
import type Skip from '#models/fair/skip'
import { containing } from '#models/mixins/paging'

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

/** With a place `e`, who holds it and all that may occupy them: what `CALLED` speaks of, and where `s` they are inside `i`. */
export const OCCUPIED = `join attendees a on a.id = e.attendee_id
  left join interviews i on i.attendee_id = e.attendee_id and i.ended_at is null
  left join stands s on s.id = i.stand_id
  left join attendee_pauses p on p.attendee_id = e.attendee_id and p.ended_at is null
  left join calls c on c.queue_entry_id = e.id and c.ended_at is null
  left join skips k on k.queue_entry_id = e.id and k.ended_at is null`

/** @param search in a name; the rank is that of the whole queue */
export async function waitingOf(standId: number, limit: number | null, search = ''): Promise<Waiting[]> {
  const { rows } = await db.rawQuery(
    `select e.id as "entryId", e.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name, e.joined_at as "joinedAt", e.rank,
      case when i.id is not null then 'interviewing' when p.id is not null then 'paused' else 'available' end as status,
      s.name as elsewhere, ${CALLED}
    from (
      select line.* from (
        select w.id, w.stand_id, w.attendee_id, w.joined_at, row_number() over (order by w.rank_key)::int as rank
        from queue_entries w
        where w.stand_id = :stand and w.left_at is null and w.completed_at is null
          and w.id not in (select queue_entry_id from interviews where ended_at is null)
      ) line ${search ? NAMED : ''}
      order by rank limit :limit
    ) e
    ${OCCUPIED}
    order by e.rank`,
    { stand: standId, limit, ...(search && { search: containing(search) }) }
  )
  return rows
}

/** Not asked for everybody's sake: it compares the name of each of them. */
const NAMED = `join attendees o on o.id = line.attendee_id where plain(o.given_name || ' ' || o.family_name) like :search`
