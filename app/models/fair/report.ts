/* What is said of a fair once it is over: figures whose definitions are on the page. */
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { type Figures, figuresOf } from '#models/fair/figures'
import { type Hour, interviewsByHour } from '#models/fair/hours'

export interface StandReport {
  id: number
  name: string
  /** people who were ever in its queue, each once */
  joined: number
  /** people whose interview is over */
  passed: number
  /** of those who joined, from 0 to 1; null when nobody did */
  completion: number | null
  /** how long its interviews that are over took (s) */
  mean: number | null
  median: number | null
  /** from joining to the first interview, of whoever waited longest before coming in (s) */
  longestWait: number | null
  noShows: number
}

export interface Report {
  figures: Figures
  stands: StandReport[]
  /** interviews that are over for each attendee; null without attendees */
  perAttendee: number | null
  /** people of all stands who were seen, among those who joined */
  completion: number | null
  /** half of those who came in had waited less, half more (s) */
  medianWait: number | null
  median: number | null
  mean: number | null
  /** the stands that most people joined: several when they are equal */
  mostRequested: StandReport[]
  hours: Hour[]
  busiest: Hour | null
}

export async function reportOf(fair: Fair): Promise<Report> {
  const [figures, stands, whole, hours] = await Promise.all([
    figuresOf(fair.id),
    standReports(fair.id),
    wholeOf(fair.id),
    interviewsByHour(fair.id),
  ])
  const joined = stands.reduce((sum, stand) => sum + stand.joined, 0)
  const most = Math.max(1, ...stands.map((stand) => stand.joined))
  const busiest = hours.toSorted((one, other) => other.count - one.count || one.at.getTime() - other.at.getTime())
  return {
    figures,
    stands,
    ...whole,
    perAttendee: figures.attendees ? figures.interviews / figures.attendees : null,
    completion: joined ? stands.reduce((sum, stand) => sum + stand.passed, 0) / joined : null,
    mostRequested: stands.filter((stand) => stand.joined === most),
    hours,
    busiest: busiest[0] ?? null,
  }
}

/** How long a wait was: from joining to the start of the first interview of a place `e`. */
const WAITS = `select extract(epoch from min(i.started_at) - e.joined_at)::float as seconds
  from queue_entries e join interviews i on i.queue_entry_id = e.id`

const LENGTH = 'extract(epoch from i.ended_at - i.started_at)'

async function standReports(fairId: number): Promise<StandReport[]> {
  const { rows } = await db.rawQuery(
    `select s.id, s.name, j.joined, j.passed, j.passed::float / nullif(j.joined, 0) as completion, l.mean, l.median,
      (select max(seconds) from (${WAITS} where e.stand_id = s.id group by e.id) w) as "longestWait",
      (select count(*) from skips k where k.stand_id = s.id and k.cause <> 'held' and k.undone_at is null) as "noShows"
    from stands s
    cross join lateral (
      select count(distinct attendee_id) as joined, count(distinct attendee_id) filter (where completed_at is not null) as passed
      from queue_entries where stand_id = s.id
    ) j
    cross join lateral (
      select avg(${LENGTH})::float as mean, percentile_cont(0.5) within group (order by ${LENGTH}) as median
      from interviews i where i.stand_id = s.id and i.outcome = 'passed'
    ) l
    where s.fair_id = :fair
    order by s.name collate "fr-x-icu", s.id`,
    { fair: fairId }
  )
  return rows
}

/** Of all stands together. */
async function wholeOf(fairId: number): Promise<Pick<Report, 'mean' | 'median' | 'medianWait'>> {
  const { rows } = await db.rawQuery(
    `select avg(${LENGTH})::float as mean, percentile_cont(0.5) within group (order by ${LENGTH}) as median, (
      select percentile_cont(0.5) within group (order by seconds)
      from (${WAITS} where e.stand_id in (select id from stands where fair_id = :fair) group by e.id) w
    ) as "medianWait"
    from stands s join interviews i on i.stand_id = s.id and i.outcome = 'passed'
    where s.fair_id = :fair`,
    { fair: fairId }
  )
  return rows[0]
}
