/* The postes of a site over the hours of one day. */
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { REMAINING } from '#models/postes/desk_grid'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import { axisOf, hoursOf } from '#models/postes/day_axis'
import { type Cell, type Block, cellsOf } from '#models/postes/day_cells'
import { type ReservationLine, callsToMake, reservationsBetween } from '#models/postes/reservation_list'
import { daysOpenings, lastDay } from '#models/postes/reservation_rules'
import type Site from '#models/postes/site'
import { settings } from '#services/settings'

export interface DayPoste {
  id: number
  name: string
  maintained: boolean
  cells: Cell[]
}

export interface ReservationDay {
  /** `2026-11-22`, and an instant of it that is that day in the zone of the instance */
  iso: string
  date: Date
  previous: string
  next: string
  isToday: boolean
  isPast: boolean
  /** further away than people may reserve */
  isFar: boolean
  isOpen: boolean
  /** the beginnings of its hours, and how many columns of the table each has */
  hours: { at: Date; span: number }[]
  postes: DayPoste[]
  reservations: ReservationLine[]
  calls: ReservationLine[]
}

const byName = new Intl.Collator('fr', { numeric: true })

/** @param iso the day; today without */
export async function reservationDay(site: Site, iso: string | null, at: DateTime): Promise<ReservationDay> {
  const { zone } = settings()
  const today = at.setZone(zone).startOf('day')
  const day = iso ? DateTime.fromISO(iso, { zone }).startOf('day') : today
  const tomorrow = day.plus({ days: 1 })
  const [reservations, calls, timetable, postes] = await Promise.all([
    reservationsBetween(site, day, tomorrow),
    callsToMake(site, at),
    site.timetable(),
    postesOf(site, at),
  ])
  const openings = daysOpenings(timetable, day)
  const isToday = day.hasSame(today, 'day')
  const [from, to] = axisOf(day, timetable.hours.length > 0 ? openings : [], reservations, isToday ? at : null)
  return {
    iso: day.toISODate()!,
    date: day.set({ hour: 12 }).toJSDate(),
    previous: day.minus({ days: 1 }).toISODate()!,
    next: tomorrow.toISODate()!,
    isToday,
    isPast: tomorrow <= at,
    isFar: day >= lastDay(site, at),
    isOpen: openings.length > 0,
    hours: hoursOf(from, to),
    postes: postes.map(({ session, ...poste }) => ({
      ...poste,
      cells: cellsOf({ from, to, now: at, openings, blocks: blocksOf(poste.id, reservations, isToday ? session : null, at) }),
    })),
    reservations,
    calls,
  }
}

interface FoundPoste {
  id: number
  name: string
  maintained: boolean
  session: { id: number; visitor: string | null; guest: number | null; left: number } | null
}

async function postesOf(site: Site, at: DateTime): Promise<FoundPoste[]> {
  const { rows } = await db.rawQuery<{ rows: FoundPoste[] }>(
    `select p.id, p.name, exists (select 1 from poste_maintenances m where m.poste_id = p.id and m.ended_at is null) as maintained,
      case when s.id is not null then json_build_object('id', s.id, 'visitor', ${VISITOR_NAME}, 'guest', v.guest_number, 'left', ${REMAINING}) end as session
    from postes p left join poste_sessions s on s.poste_id = p.id and s.ended_at is null left join visitors v on v.id = s.visitor_id
    where p.site_id = :site and p.retired_at is null`,
    { site: site.id, at: at.toJSDate() }
  )
  return rows.sort((a, b) => byName.compare(a.name, b.name))
}

/** What a poste is taken by: what is reserved, what was, and whoever is there now. What was given back leaves its place. */
function blocksOf(posteId: number, reservations: ReservationLine[], session: FoundPoste['session'], at: DateTime): Block[] {
  const own = reservations.filter((one) => one.posteId === posteId && one.outcome !== 'cancelled')
  const shown = own.filter(({ outcome, endsAt }) => outcome === null || endsAt <= at.toJSDate())
  const now = session ? [{ kind: 'session' as const, from: at, to: at.plus({ seconds: session.left }), session }] : []
  return [
    ...now,
    ...shown.map((reservation) => ({
      kind: 'reserved' as const,
      from: DateTime.fromJSDate(reservation.startsAt),
      to: DateTime.fromJSDate(reservation.endsAt),
      reservation,
    })),
  ]
}
