/* What anybody may read of a site. */
import type { DateTime } from 'luxon'
import type Site from '#models/postes/site'
import { siteCards } from '#models/postes/site_list'
import { openingNow } from '#models/postes/site/timing'
import { settings } from '#services/settings'

export interface WeekDay {
  /** 1 is Monday */
  weekday: number
  /** `09:00–12:00, 14:00–17:30`; empty when closed */
  openings: string
  isToday: boolean
}

export interface ClosingLine {
  id: number
  startsOn: Date
  endsOn: Date
  reason: string | null
}

/** How many closings to come are announced. */
const ANNOUNCED = 10

export async function sitePage(site: Site, at: DateTime) {
  const [cards, timetable, closings] = await Promise.all([siteCards(at, site.id), site.timetable(), closingsAhead(site, at)])
  const closesAt = openingNow(timetable, at)?.to.toJSDate() ?? null
  return { card: cards[0], week: weekOf(timetable.hours, at), closesAt, closings: closings.slice(0, ANNOUNCED) }
}

/** Those that are not over, the next first. */
export async function closingsAhead(site: Site, at: DateTime): Promise<ClosingLine[]> {
  const { zone } = settings()
  const today = at.setZone(zone).toISODate()!
  const closings = await site.related('closings').query().where('ends_on', '>=', today).orderBy('starts_on').orderBy('id')
  // A day is told in the instance's zone: noon is that day in any of them.
  const noon = (day: DateTime) => day.setZone(zone, { keepLocalTime: true }).set({ hour: 12 }).toJSDate()
  return closings.map(({ id, startsOn, endsOn, reason }) => ({ id, startsOn: noon(startsOn), endsOn: noon(endsOn), reason }))
}

/** Nothing at all when no hour is known: it is never closed. */
export function weekOf(hours: { weekday: number; opensAt: string; closesAt: string }[], at: DateTime): WeekDay[] {
  if (hours.length === 0) return []
  const today = at.setZone(settings().zone).weekday
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, openings: openingsText(hours, weekday), isToday: weekday === today }))
}

/** As a form writes them. */
export function openingsText(hours: { weekday: number; opensAt: string; closesAt: string }[], weekday: number): string {
  return hours
    .filter((one) => one.weekday === weekday)
    .map(({ opensAt, closesAt }) => `${opensAt.slice(0, 5)}–${closesAt.slice(0, 5)}`)
    .join(', ')
}
