import type { DateTime } from 'luxon'

export interface QuietHours {
  zone: string
  quietFrom: number
  quietTo: number
}

/**
 * Until when nobody is to be disturbed, if that is now. Hours of the zone's clock: a night in which it changes is an hour
 * longer or shorter.
 */
export function endOfQuiet(at: DateTime, { zone, quietFrom, quietTo }: QuietHours): DateTime | undefined {
  const local = at.setZone(zone)
  const [late, early] = [local.hour >= quietFrom, local.hour < quietTo]
  const overnight = quietFrom > quietTo
  if (overnight ? !late && !early : !late || !early) return undefined
  return atHour(early ? local : local.plus({ days: 1 }), quietTo).toUTC()
}

/** The next time at which a digest leaves: every day, or on Mondays. */
export function nextDigest(at: DateTime, rhythm: 'daily' | 'weekly', { zone, hour }: { zone: string; hour: number }): DateTime {
  const local = at.setZone(zone)
  const today = atHour(local, hour)
  const day = rhythm === 'weekly' ? today.plus({ days: (8 - local.weekday) % 7 }) : today
  return (day > at ? day : day.plus(rhythm === 'weekly' ? { weeks: 1 } : { days: 1 })).toUTC()
}

function atHour(day: DateTime, hour: number) {
  return day.set({ hour, minute: 0, second: 0, millisecond: 0 })
}
