import { DateTime } from 'luxon'
import { settings } from '#services/settings'

/** Nobody who comes was born before. */
const OLDEST = 1900

/** A day of the calendar, by its date: `1984-02-29`. */
export function dayOf(value: string) {
  return DateTime.fromISO(value, { zone: settings().zone })
}

export function isDay(value: string) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && dayOf(value).isValid && dayOf(value).year >= OLDEST
}

/** Where the instance is. */
export function hasCome(value: string) {
  return dayOf(value) <= DateTime.now()
}

/** The day that a field names; nothing where it is empty, and nothing said where it is not there. */
export function dated<T extends { birthDate?: string | null }>({ birthDate, ...values }: T) {
  return birthDate === undefined ? values : { ...values, birthDate: birthDate === null ? null : dayOf(birthDate) }
}
