import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'
import type Fair from '#models/fair/fair'
import { settings } from '#services/settings'

/** When a fair is on: its first and last instants, and its hours of each day if it has any (`18:00:00`). */
export interface Hours {
  startsAt: DateTime
  endsAt: DateTime
  closesAt: string | null
}

/**
 * When the day's opening ends, in the instance's zone: today's hour, or tomorrow's once it has struck; the fair's own
 * end when there is no hour or no other day. It may be past: a fair overruns.
 */
export function closingOf({ startsAt, endsAt, closesAt }: Hours, at: DateTime, zone = settings().zone): DateTime {
  if (!closesAt) return endsAt
  const [hour, minute] = closesAt.split(':').map(Number)
  const today = DateTime.max(startsAt, at).setZone(zone).set({ hour, minute, second: 0, millisecond: 0 })
  const next = today > at ? today : today.plus({ days: 1 })
  return DateTime.min(next, endsAt)
}

/** When people may come next: the beginning, or the hour of a day that is still to come; null once it is over. */
export function openingOf(
  { startsAt, endsAt, opensAt }: Omit<Hours, 'closesAt'> & { opensAt: string | null },
  at: DateTime,
  zone = settings().zone
) {
  if (at < startsAt) return startsAt
  if (!opensAt) return null
  const [hour, minute] = opensAt.split(':').map(Number)
  const today = at.setZone(zone).set({ hour, minute, second: 0, millisecond: 0 })
  const next = today > at ? today : today.plus({ days: 1 })
  return next < endsAt ? next : null
}

export function Timing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The end of the opening that is on, or that comes next. */
    closingAt(this: Fair, at: DateTime): DateTime {
      return closingOf(this, at)
    }

    /** The opening that is announced, for whoever finds it closed; null when there is none any more. */
    openingAt(this: Fair, at: DateTime): DateTime | null {
      return openingOf(this, at)
    }
  }
}
