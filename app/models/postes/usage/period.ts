import { DateTime } from 'luxon'
import { settings } from '#services/settings'

/** Whole days of the instance: the last seven or thirty with today, or a month. */
export interface Period {
  /** as the address says it: `7d`, `30d`, `2026-11` */
  key: string
  from: DateTime
  /** the first instant that is no longer in it */
  to: DateTime
  month: boolean
}

const DAYS: Record<string, number> = { '7d': 7, '30d': 30 }

/** Months that are offered: this one and those before. */
const MONTHS = 13

export function periodOf(key: string, now: DateTime): Period {
  const today = now.setZone(settings().zone).startOf('day')
  const month = monthOf(key, now)
  if (month) return month
  const days = Object.hasOwn(DAYS, key) ? key : '30d'
  return { key: days, from: today.minus({ days: DAYS[days] - 1 }), to: today.plus({ days: 1 }), month: false }
}

/** @param key `2026-11`; null when it is none, or has not begun */
export function monthOf(key: string, now: DateTime): Period | null {
  if (!/^2\d{3}-(0[1-9]|1[0-2])$/.test(key)) return null
  const from = DateTime.fromISO(`${key}-01`, { zone: settings().zone })
  return from > now ? null : { key, from, to: from.plus({ months: 1 }), month: true }
}

/** The latest first. */
export function monthsBefore(now: DateTime): Period[] {
  const month = now.setZone(settings().zone).startOf('month')
  return Array.from({ length: MONTHS }, (_, back) => monthOf(month.minus({ months: back }).toFormat('yyyy-MM'), now)!)
}
