import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type Site from '#models/postes/site'
import SiteClosing from '#models/postes/site_closing'
import SiteHour from '#models/postes/site_hour'
import { settings } from '#services/settings'

/** The hours of a week (1 is Monday, `09:00:00`) and the days, both included, that are closed all the same. */
export interface Timetable {
  hours: { weekday: number; opensAt: string; closesAt: string }[]
  closings: { startsOn: string; endsOn: string; reason: string | null }[]
}

export interface Opening {
  from: DateTime
  to: DateTime
}

/** How far ahead the next opening is looked for (days). */
const AHEAD = 60

/**
 * The openings of a day, in the order of the clock; the whole day where no hours are known. None on a day that is closed.
 * @param day any instant of it, in the zone of the instance
 */
export function openingsOn({ hours, closings }: Timetable, day: DateTime): Opening[] {
  const date = day.toISODate()!
  if (closings.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)) return []
  if (hours.length === 0) return [{ from: day.startOf('day'), to: day.startOf('day').plus({ days: 1 }) }]
  return hours
    .filter(({ weekday }) => weekday === day.weekday)
    .map(({ opensAt, closesAt }) => ({ from: at(day, opensAt), to: at(day, closesAt) }))
    .sort((a, b) => a.from.toMillis() - b.from.toMillis())
}

/** The opening that is on, if one is. */
export function openingNow(timetable: Timetable, instant: DateTime, zone = settings().zone): Opening | null {
  return openingsOn(timetable, instant.setZone(zone)).find(({ from, to }) => from <= instant && instant < to) ?? null
}

/** The first opening that begins after an instant; null when there is none for weeks. */
export function nextOpening(timetable: Timetable, instant: DateTime, zone = settings().zone): Opening | null {
  const day = instant.setZone(zone).startOf('day')
  for (let ahead = 0; ahead < AHEAD; ahead++) {
    const next = openingsOn(timetable, day.plus({ days: ahead })).find(({ from }) => from > instant)
    if (next) return next
  }
  return null
}

function at(day: DateTime, time: string) {
  const [hour, minute] = time.split(':').map(Number)
  return day.set({ hour, minute, second: 0, millisecond: 0 })
}

/** When a site is open. */
export function Timing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async timetable(this: Site, trx?: TransactionClientContract): Promise<Timetable> {
      const [hours, closings] = await Promise.all([
        SiteHour.query({ client: trx }).where('site_id', this.id).orderBy('weekday').orderBy('opens_at'),
        SiteClosing.query({ client: trx }).where('site_id', this.id).orderBy('starts_on'),
      ])
      return {
        hours: hours.map(({ weekday, opensAt, closesAt }) => ({ weekday, opensAt, closesAt })),
        closings: closings.map(({ startsOn, endsOn, reason }) => ({
          startsOn: startsOn.toISODate()!,
          endsOn: endsOn.toISODate()!,
          reason,
        })),
      }
    }

    /** A code that is given now is good until then: until the site closes, and never longer than its rule. */
    codeExpiry(this: Site, timetable: Timetable, instant: DateTime): DateTime {
      const latest = instant.plus({ hours: this.codeHours })
      // Where no hours are known, midnight closes nothing.
      const closing = timetable.hours.length ? openingsOn(timetable, instant.setZone(settings().zone)).at(-1)?.to : null
      return closing && closing > instant ? DateTime.min(closing, latest) : latest
    }
  }
}
