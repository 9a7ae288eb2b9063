/* The hours of a day that its table shows. */
import { DateTime } from 'luxon'
import { COLUMN } from '#models/postes/day_cells'
import type { ReservationLine } from '#models/postes/reservation_list'
import type { Opening } from '#models/postes/site/timing'

/** What is shown of a day on which nothing says when a site opens (hours). */
const USUAL = [8, 20] as const

/** Whole hours: those of the openings, and whatever else is to be seen. */
export function axisOf(day: DateTime, openings: Opening[], reservations: ReservationLine[], now: DateTime | null) {
  const usual = openings.length > 0 ? [] : USUAL.map((hour) => day.set({ hour }))
  const live = reservations.flatMap(({ startsAt, endsAt }) => [DateTime.fromJSDate(startsAt), DateTime.fromJSDate(endsAt)])
  const shown = [...openings.flatMap(({ from, to }) => [from, to]), ...usual, ...live, ...(now && openings.length === 0 ? [now] : [])]
  const zone = day.zoneName!
  const from = DateTime.min(...shown)!
    .setZone(zone)
    .startOf('hour')
  const last = DateTime.max(...shown)!.setZone(zone)
  const to = last.equals(last.startOf('hour')) ? last : last.startOf('hour').plus({ hours: 1 })
  return [from, to] as const
}

/** Their beginnings, and how many columns each has. */
export function hoursOf(from: DateTime, to: DateTime) {
  const count = Math.round(to.diff(from, 'hours').hours)
  return Array.from({ length: count }, (_, i) => ({ at: from.plus({ hours: i }).toJSDate(), span: 60 / COLUMN }))
}
