/* What is counted of a site, day by day: every other figure is made of these. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type Site from '#models/postes/site'
import { type Fleet, type Span, availableSeconds, openSpans } from '#models/postes/usage/availability'
import { settings } from '#services/settings'

/** One day, in the zone of the instance. Nothing in it is about a person. */
export interface DayFigures {
  /** `2026-11-22` */
  day: string
  /** sessions that began that day */
  sessions: number
  /** different visitors of these, guests included, and how many were guests */
  visitors: number
  guests: number
  /** of these sessions, those that are over, and what they used in all (s) */
  ended: number
  endedSeconds: number
  /** added to them after they were granted (s) */
  addedSeconds: number
  /** codes given that day that expired without being typed */
  noShows: number
  /** more time: asked for that day, and what of it was accepted */
  asked: number
  accepted: number
  /** in which a session ran (s), and what of it was while the site was open */
  usedSeconds: number
  openUsedSeconds: number
  /** that the postes offered while the site was open (s) */
  availableSeconds: number
  /** used (s) in each of the 24 hours */
  hours: number[]
}

interface Bounds {
  site: number
  zone: string
  from: Date
  to: Date
  now: Date
}

/** Days from one to before another, each counted from the sessions themselves. */
export async function countDays(site: Site, from: DateTime, to: DateTime, now: DateTime): Promise<DayFigures[]> {
  const days = daysBetween(from, to)
  if (days.length === 0) return []
  const bounds = { site: site.id, zone: settings().zone, from: from.toJSDate(), to: to.toJSDate(), now: now.toJSDate() }
  const [timetable, fleet, began, missed, asked] = await Promise.all([
    site.timetable(),
    fleetOf(bounds),
    sessionsBegun(bounds),
    codesMissed(bounds),
    timeAsked(bounds),
  ])
  const spans = days.map((day) => openSpans(timetable, day, now))
  const used = await timeUsed(bounds, spans.flat())
  return days.map((start, i) => {
    const day = start.toISODate()!
    return {
      ...NOTHING,
      day,
      ...began.get(day),
      ...missed.get(day),
      ...asked.get(day),
      ...hoursOf(used.filter((hour) => hour.day === day)),
      availableSeconds: availableSeconds(fleet, spans[i]),
    }
  })
}

const NOTHING = { sessions: 0, visitors: 0, guests: 0, ended: 0, endedSeconds: 0, addedSeconds: 0, noShows: 0, asked: 0, accepted: 0 }

export function daysBetween(from: DateTime, to: DateTime): DateTime[] {
  const days: DateTime[] = []
  for (let day = from; day < to; day = day.plus({ days: 1 })) days.push(day)
  return days
}

const dayOf = (instant: string) => `to_char(${instant} at time zone :zone, 'YYYY-MM-DD') as day`

async function fleetOf({ site, from, to }: Bounds): Promise<Fleet> {
  const [postes, maintenances] = await Promise.all([
    db.from('postes').where('site_id', site).select('id', 'created_at', 'retired_at'),
    db
      .from('poste_maintenances as m')
      .join('postes as p', 'p.id', 'm.poste_id')
      .where('p.site_id', site)
      .where('m.started_at', '<', to)
      .where((open) => void open.whereNull('m.ended_at').orWhere('m.ended_at', '>', from))
      .select('m.poste_id', 'm.started_at', 'm.ended_at'),
  ])
  return {
    postes: postes.map((row) => ({ id: row.id, from: row.created_at.getTime(), to: row.retired_at?.getTime() ?? Infinity })),
    maintenances: maintenances.map((row) => ({
      posteId: row.poste_id,
      from: row.started_at.getTime(),
      to: row.ended_at?.getTime() ?? Infinity,
    })),
  }
}

type Began = Pick<DayFigures, 'sessions' | 'visitors' | 'guests' | 'ended' | 'endedSeconds' | 'addedSeconds'>

/** What each used is the sum of its runs: what was granted says nothing of how long anybody stayed. */
async function sessionsBegun(bounds: Bounds): Promise<Map<string, Began>> {
  return byDay(
    `select ${dayOf('s.started_at')}, count(*) as sessions, count(distinct s.visitor_id) as visitors,
      count(distinct s.visitor_id) filter (where v.guest_number is not null) as guests,
      count(s.ended_at) as ended, coalesce(sum(u.seconds) filter (where s.ended_at is not null), 0)::float8 as "endedSeconds",
      sum(s.added_seconds)::float8 as "addedSeconds"
    from poste_sessions s join visitors v on v.id = s.visitor_id
    cross join lateral (
      select sum(extract(epoch from r.ended_at - r.started_at)) as seconds from poste_runs r where r.poste_session_id = s.id
    ) u
    where s.site_id = :site and s.started_at >= :from and s.started_at < :to group by 1`,
    bounds
  )
}

async function codesMissed(bounds: Bounds): Promise<Map<string, Pick<DayFigures, 'noShows'>>> {
  return byDay(
    `select ${dayOf('issued_at')}, count(*) as "noShows" from poste_sessions
    where site_id = :site and issued_at >= :from and issued_at < :to and reason = 'unused' group by 1`,
    bounds
  )
}

async function timeAsked(bounds: Bounds): Promise<Map<string, Pick<DayFigures, 'asked' | 'accepted'>>> {
  return byDay(
    `select ${dayOf('e.asked_at')}, count(*) as asked, count(*) filter (where e.answer = 'accepted') as accepted
    from poste_sessions s join extensions e on e.poste_session_id = s.id
    where s.site_id = :site and s.issued_at > :from::timestamptz - interval '7 days' and s.issued_at < :to
      and e.asked_at >= :from and e.asked_at < :to group by 1`,
    bounds
  )
}

async function byDay<T>(sql: string, bounds: Bounds): Promise<Map<string, T>> {
  const { rows } = await db.rawQuery(sql, bounds as never)
  return new Map(rows.map(({ day, ...figures }: T & { day: string }) => [day, figures]))
}

interface Hour {
  day: string
  hour: number
  used: number
  open: number
}

/** Each run cut at the hours of the clock; no run is longer than a day. */
async function timeUsed(bounds: Bounds, spans: Span[]): Promise<Hour[]> {
  const open = `{${spans.map(([from, to]) => `[${new Date(from).toISOString()},${new Date(to).toISOString()})`).join()}}`
  const { rows } = await db.rawQuery(
    `select ${dayOf('b.at')}, extract(hour from b.at at time zone :zone)::integer as hour,
      sum(extract(epoch from upper(x.part) - lower(x.part)))::float8 as used, coalesce(sum(o.seconds), 0)::float8 as open
    from postes p
    join poste_runs r on r.poste_id = p.id and r.started_at > :from::timestamptz - interval '1 day' and r.started_at < :to
    join poste_sessions s on s.id = r.poste_session_id
    cross join lateral (select least(coalesce(r.ended_at, least(s.ends_at, :now::timestamptz)), :to::timestamptz) as until) e
    cross join lateral generate_series(
      date_trunc('hour', greatest(r.started_at, :from::timestamptz), :zone), e.until - interval '1 microsecond', interval '1 hour'
    ) b(at)
    cross join lateral (
      select tstzrange(greatest(r.started_at, :from::timestamptz, b.at), least(e.until, b.at + interval '1 hour')) as part
    ) x
    left join lateral (
      select sum(extract(epoch from upper(o) - lower(o))) as seconds from unnest(tstzmultirange(x.part) * :open::tstzmultirange) o
    ) o on true
    where p.site_id = :site and e.until > :from group by 1, 2`,
    { ...bounds, open } as never
  )
  return rows
}

function hoursOf(used: Hour[]): Pick<DayFigures, 'usedSeconds' | 'openUsedSeconds' | 'hours'> {
  const hours = Array.from({ length: 24 }, (_, hour) => used.find((one) => one.hour === hour)?.used ?? 0)
  return { usedSeconds: sum(used.map((one) => one.used)), openUsedSeconds: sum(used.map((one) => one.open)), hours }
}

export function sum(values: number[]) {
  return values.reduce((total, value) => total + value, 0)
}
