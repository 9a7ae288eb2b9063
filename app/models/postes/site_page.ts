/* What anybody may read of a site. */
import type { DateTime } from 'luxon'
import type Site from '#models/postes/site'
import { type SiteCard, siteCards } from '#models/postes/site_list'
import { type Timetable, openingNow } from '#models/postes/site/timing'
import { settings } from '#services/settings'

/** What is free, and until when it is open: null while it is closed, or where it never closes. */
export interface SiteNow extends SiteCard {
  closesAt: Date | null
}

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
  const now = nowOf(cards[0], timetable, at)
  return { now, week: weekOf(timetable.hours, at), closings: closings.slice(0, ANNOUNCED) }
}

/** The part of it that changes by itself. */
export async function siteNow(site: Site, at: DateTime): Promise<SiteNow> {
  const [cards, timetable] = await Promise.all([siteCards(at, site.id), site.timetable()])
  return nowOf(cards[0], timetable, at)
}

/** Where no hours are known, it closes at none. */
function nowOf(card: SiteCard, timetable: Timetable, at: DateTime): SiteNow {
  return { ...card, closesAt: timetable.hours.length ? (openingNow(timetable, at)?.to.toJSDate() ?? null) : null }
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
