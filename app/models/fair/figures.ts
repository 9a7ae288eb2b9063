import db from '@adonisjs/lucid/services/db'

/** What the control room counts, as §1.14 defines it. */
export interface Figures {
  /** everybody who was ever registered at the fair */
  attendees: number
  available: number
  interviewing: number
  paused: number
  /** attendees who wait nowhere and are inside nowhere, whatever their status */
  idleAttendees: number
  stands: number
  /** stands that recruit, where somebody is in the queue, and where nobody is inside */
  idleStands: number
  /** places in queues whose interview is over */
  interviews: number
  /** interviews that go on now: one a person */
  inside: number
  /** places in queues that are not over, less the interviews that go on */
  waiting: number
  /** calls that nobody answered, those taken back left out */
  noShows: number
}

export async function figuresOf(fairId: number): Promise<Figures> {
  const { rows } = await db.rawQuery(
    `select people.*, standing.*, (
      select count(*) from stands s join skips k on k.stand_id = s.id and k.cause <> 'held' and k.undone_at is null where s.fair_id = :fair
    ) as "noShows"
    from (
      select count(*) as attendees, count(i.id) as interviewing,
        count(*) filter (where i.id is null and p.id is not null) as paused,
        count(*) filter (where i.id is null and p.id is null) as available,
        count(*) filter (where w.attendee_id is null) as "idleAttendees"
      from attendees a
      left join interviews i on i.attendee_id = a.id and i.ended_at is null
      left join attendee_pauses p on p.attendee_id = a.id and p.ended_at is null
      left join (
        select distinct e.attendee_id from stands s
        join queue_entries e on e.stand_id = s.id and e.left_at is null and e.completed_at is null
        where s.fair_id = :fair
      ) w on w.attendee_id = a.id
      where a.fair_id = :fair
    ) people, (
      select count(*) as stands, coalesce(sum(done.count), 0)::int as interviews, coalesce(sum(inside.count), 0)::int as inside,
        greatest(0, coalesce(sum(open.count) - sum(inside.count), 0))::int as waiting,
        count(*) filter (where open.count > 0 and inside.count = 0 and not exists (
          select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null
        )) as "idleStands"
      from stands s
      cross join lateral (select count(*) from queue_entries e where e.stand_id = s.id and e.left_at is null and e.completed_at is null) open
      cross join lateral (select count(*) from queue_entries e where e.stand_id = s.id and e.completed_at is not null) done
      cross join lateral (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) inside
      where s.fair_id = :fair
    ) standing`,
    { fair: fairId }
  )
  return rows[0]
}
