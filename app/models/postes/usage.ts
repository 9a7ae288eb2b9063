/* How a site was used over a period: figures whose definitions are on the page. */
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { reportedDays } from '#models/postes/reports'
import type Site from '#models/postes/site'
import { type Audience, audienceOf } from '#models/postes/usage/audience'
import { type DayFigures, countDays, daysBetween, sum } from '#models/postes/usage/days'
import type { Period } from '#models/postes/usage/period'
import { settings } from '#services/settings'

export type Totals = Omit<DayFigures, 'day' | 'visitors' | 'guests'>

export interface People {
  /** different visitors who began a session, each once, and how many were guests */
  visitors: number
  guests: number
}

export interface Usage {
  period: Period
  days: DayFigures[]
  total: Totals
  /** of the time that the postes offered while the site was open, the part in which they were used; null when they offered none */
  rate: number | null
  /** what a session that is over used (s); null without any */
  mean: number | null
  /** null once sessions of the period have been deleted */
  people: People | null
  /** registered in the month with which the period ends */
  registered: { month: Date; count: number }
  /** null where nobody is asked who they are, or once sessions of the period have been deleted */
  audience: Audience | null
}

export async function usageOf(site: Site, period: Period, now: DateTime): Promise<Usage> {
  const whole = period.from > now.minus({ days: settings().retention.posteSessions })
  const [days, people, registered, audience] = await Promise.all([
    daysOf(site, period, now),
    whole ? peopleOf(site, period) : null,
    registeredIn(site, period, now),
    whole && site.isIdentified ? audienceOf(site, period) : null,
  ])
  const total = totalOf(days)
  return { period, days, total, ...ratiosOf(total), people, registered, audience }
}

/** The use rate and the mean of some days. */
export function ratiosOf(total: Pick<Totals, 'availableSeconds' | 'openUsedSeconds' | 'ended' | 'endedSeconds'>) {
  return {
    rate: total.availableSeconds ? total.openUsedSeconds / total.availableSeconds : null,
    mean: total.ended ? total.endedSeconds / total.ended : null,
  }
}

/** Those up to today: what was reported the morning after stays as it was said, the others are counted now. */
async function daysOf(site: Site, { from, to }: Period, now: DateTime): Promise<DayFigures[]> {
  const until = DateTime.min(to, now.setZone(settings().zone).startOf('day').plus({ days: 1 }))
  const reported = await reportedDays(site, from, until)
  const missing = daysBetween(from, until).filter((day) => !reported.has(day.toISODate()!))
  const counted = missing.length ? await countDays(site, missing[0], missing.at(-1)!.plus({ days: 1 }), now) : []
  const fresh = new Map(counted.map((figures) => [figures.day, figures]))
  return daysBetween(from, until).map((day) => (reported.get(day.toISODate()!) ?? fresh.get(day.toISODate()!))!)
}

function totalOf(days: DayFigures[]): Totals {
  const of = (name: Exclude<keyof Totals, 'hours'>) => sum(days.map((day) => day[name]))
  return {
    sessions: of('sessions'),
    ended: of('ended'),
    endedSeconds: of('endedSeconds'),
    addedSeconds: of('addedSeconds'),
    noShows: of('noShows'),
    asked: of('asked'),
    accepted: of('accepted'),
    usedSeconds: of('usedSeconds'),
    openUsedSeconds: of('openUsedSeconds'),
    availableSeconds: of('availableSeconds'),
    hours: Array.from({ length: 24 }, (_, hour) => sum(days.map((day) => day.hours[hour]))),
  }
}

async function peopleOf(site: Site, { from, to }: Period): Promise<People> {
  const { rows } = await db.rawQuery(
    `select count(distinct v.id) as visitors, count(distinct v.id) filter (where v.guest_number is not null) as guests
    from poste_sessions s join visitors v on v.id = s.visitor_id where s.site_id = :site and s.started_at >= :from and s.started_at < :to`,
    { site: site.id, from: from.toJSDate(), to: to.toJSDate() }
  )
  return rows[0]
}

/** Of that month of that year; somebody who was found to be another is not new. */
async function registeredIn(site: Site, { to }: Period, now: DateTime) {
  const month = DateTime.min(to.minus({ milliseconds: 1 }), now)
    .setZone(settings().zone)
    .startOf('month')
  const [{ total }] = await db
    .from('visitors')
    .where('site_id', site.id)
    .whereNull('guest_number')
    .whereNull('merged_into')
    .where('created_at', '>=', month.toJSDate())
    .where('created_at', '<', month.plus({ months: 1 }).toJSDate())
    .count('* as total')
  return { month: month.toJSDate(), count: Number(total) }
}
