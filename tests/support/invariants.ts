import db from '@adonisjs/lucid/services/db'

const FULL = 'more people inside than slots'
const LONG = 'a queue longer than its limit'

/** What must hold of a fair at every moment, whatever was done in parallel. Each query lists what breaks it. */
const BROKEN: Record<string, string> = {
  [FULL]: `
    select s.id from stands s join interviews i on i.stand_id = s.id and i.ended_at is null
    where s.fair_id = :fair group by s.id having count(*) > s.slots`,
  'somebody in two interviews': `
    select a.id from attendees a join interviews i on i.attendee_id = a.id and i.ended_at is null
    where a.fair_id = :fair group by a.id having count(*) > 1`,
  'a position given twice or to come': `
    select e.id from queue_entries e join stands s on s.id = e.stand_id
    where e.fair_id = :fair and (e.position >= s.next_position
      or exists (select 1 from queue_entries o where o.stand_id = e.stand_id and o.position = e.position and o.id <> e.id))`,
  'two places of one person at a stand': `
    select attendee_id from queue_entries where fair_id = :fair and left_at is null group by stand_id, attendee_id having count(*) > 1`,
  [LONG]: `
    select s.id from stands s join queue_entries e on e.stand_id = s.id and e.left_at is null and e.completed_at is null
    where s.fair_id = :fair group by s.id having count(*) > s.queue_limit`,
  'an interview without its place in the queue': `
    select i.id from interviews i join queue_entries e on e.id = i.queue_entry_id
    where e.fair_id = :fair and i.ended_at is null and (e.left_at is not null or e.completed_at is not null)`,
  'a place completed without an interview that passed': `
    select e.id from queue_entries e where e.fair_id = :fair and e.completed_at is not null
      and not exists (select 1 from interviews i where i.queue_entry_id = e.id and i.outcome = 'passed')`,
  'somebody called whose grace runs nowhere, or twice': `
    select c.attendee_id from calls c join stands s on s.id = c.stand_id
    where s.fair_id = :fair and c.ended_at is null
    group by c.attendee_id having count(c.grace_started_at) <> 1`,
  'a call that lasts longer than its grace and two minutes': `
    select c.id from calls c join stands s on s.id = c.stand_id join fairs f on f.id = s.fair_id
    where f.id = :fair and c.ended_at is null and c.expires_at > c.called_at + make_interval(secs => f.grace_seconds + 120)`,
  'a place that is over and still skipped': `
    select k.id from skips k join queue_entries e on e.id = k.queue_entry_id
    where e.fair_id = :fair and k.ended_at is null and (e.left_at is not null or e.completed_at is not null)`,
  'somebody inside and skipped there': `
    select k.id from skips k join interviews i on i.queue_entry_id = k.queue_entry_id and i.ended_at is null
    join queue_entries e on e.id = k.queue_entry_id where e.fair_id = :fair and k.ended_at is null`,
  'a rank that is to come': `
    select e.id from queue_entries e join stands s on s.id = e.stand_id where e.fair_id = :fair and e.rank_key >= s.next_rank`,
  'two places of one rank': `
    select rank_key from queue_entries where fair_id = :fair group by stand_id, rank_key having count(*) > 1`,
  'a pace that is not that of the interviews': `
    select s.id from stands s where s.fair_id = :fair and s.measured_interviews <> (
      select count(*) from interviews i where i.stand_id = s.id and i.outcome = 'passed')`,
  'calls that are not the first available, one a free slot': `
    with allowed as (
      select e.id from stands s cross join lateral (
        select q.id from queue_entries q
        where q.stand_id = s.id and q.left_at is null and q.completed_at is null
          and not exists (select 1 from interviews i where i.attendee_id = q.attendee_id and i.ended_at is null)
          and not exists (select 1 from attendee_pauses p where p.attendee_id = q.attendee_id and p.ended_at is null)
          and not exists (select 1 from skips k where k.queue_entry_id = q.id and k.ended_at is null)
        order by q.rank_key
        limit greatest(0, s.slots - (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null))
      ) e
      where s.fair_id = :fair
        and exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null)
        and not exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null)
    ), called as (
      select c.queue_entry_id as id from calls c join stands s on s.id = c.stand_id where s.fair_id = :fair and c.ended_at is null
    )
    (select id from allowed except select id from called) union all (select id from called except select id from allowed)`,
}

/**
 * The names of the invariants that do not hold: none, always.
 * @param expected.crowded slots were taken away from a stand while people were inside, and they stay until they have passed
 * @param expected.forced an organiser put people in a queue in spite of its limit
 */
export async function violations(fairId: number, { crowded = false, forced = false } = {}): Promise<string[]> {
  const broken: string[] = []
  for (const [name, sql] of Object.entries(BROKEN)) {
    if ((crowded && name === FULL) || (forced && name === LONG)) continue
    const { rows } = await db.rawQuery(sql, { fair: fairId })
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows.slice(0, 3))}`)
  }
  return broken
}
