/* What the form of a reservation proposes. */
import { DateTime } from 'luxon'
import { daysOpenings, lastDay } from '#models/postes/reservation_rules'
import type Reservation from '#models/postes/reservation'
import type Site from '#models/postes/site'
import { nextOpening } from '#models/postes/site/timing'
import { settings } from '#services/settings'

export interface ReservationDraft {
  day: string
  time: string
  /** the first and the last day that may be chosen */
  first: string
  last: string
  postes: { id: number; name: string }[]
}

/** Times are proposed at the quarter of an hour (min). */
const QUARTER = 15

const byName = new Intl.Collator('fr', { numeric: true })

/** @param asked what the address names; today, or the next day on which the site opens, at the next quarter of an hour without */
export async function reservationDraft(site: Site, asked: { day: string; time: string }, at: DateTime): Promise<ReservationDraft> {
  const [timetable, postes] = await Promise.all([site.timetable(), postesOf(site)])
  const now = at.setZone(settings().zone)
  const soon = quarterAfter(now)
  const day = asked.day ? DateTime.fromISO(asked.day, { zone: settings().zone }) : now
  const openings = daysOpenings(timetable, day)
  const open = openings.find(({ to }) => to > soon) ?? (asked.day ? openings[0] : nextOpening(timetable, at)) ?? null
  const proposed = open ? DateTime.max(open.from, soon) : soon
  const wanted = DateTime.fromISO(`${day.toISODate()}T${asked.time || proposed.toFormat('HH:mm')}`, { zone: settings().zone })
  return {
    day: asked.day || proposed.toISODate()!,
    time: (wanted > now ? wanted : soon).toFormat('HH:mm'),
    ...bounds(site, at),
    postes,
  }
}

/** Of one that is there, what is written of it. */
export async function reservationAsDraft(site: Site, { startsAt }: Reservation, at: DateTime): Promise<ReservationDraft> {
  const there = startsAt.setZone(settings().zone)
  return { day: there.toISODate()!, time: there.toFormat('HH:mm'), ...bounds(site, at), postes: await postesOf(site) }
}

function bounds(site: Site, at: DateTime) {
  return { first: at.setZone(settings().zone).toISODate()!, last: lastDay(site, at).minus({ days: 1 }).toISODate()! }
}

async function postesOf(site: Site) {
  const postes = await site.related('postes').query().whereNull('retired_at').select('id', 'name')
  return postes.map(({ id, name }) => ({ id, name })).sort((a, b) => byName.compare(a.name, b.name))
}

function quarterAfter(now: DateTime) {
  const minute = Math.ceil((now.minute + 1) / QUARTER) * QUARTER
  return now.startOf('hour').plus({ minutes: minute })
}
