import { DateTime } from 'luxon'
import { settings } from '#services/settings'

/** What the cells of a column hold: a text is what people type, the others are made by the machine and have one form. */
export type Kind = 'text' | 'number' | 'phone' | 'day' | 'moment'
export type Value = string | number | Date | DateTime | null | undefined

/**
 * How a formula begins for Excel, LibreOffice or Numbers, which also takes the full-width signs: OWASP's list, and what
 * programs trim before they look. Apostrophes before it are ours or the person's, so that taking one away undoes adding it.
 */
const FORMULA = /^'*(?:[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/u

const E164 = /^\+[1-9]\d{6,14}$/

/** Never in powers of ten: `1e21` would be read as a text by some and as another number by others. */
const NUMBER = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 })

/** A text that no program takes for a formula; `restored` gives back what it was. */
export function neutral(text: string) {
  return FORMULA.test(text) ? `'${text}` : text
}

export function restored(text: string) {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}

/** One cell as a spreadsheet of that language reads it; dates in the instance's zone, in the one order all of them know. */
export function cellOf(value: Value, kind: Kind, locale: string): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date || DateTime.isDateTime(value)) return momentOf(value, kind)
  if (typeof value === 'number') return numberOf(value, locale)
  return kind === 'phone' && E164.test(value) ? value : neutral(value)
}

function momentOf(value: Date | DateTime, kind: Kind) {
  const at = (value instanceof Date ? DateTime.fromJSDate(value) : value).setZone(settings().zone)
  return at.isValid ? at.toFormat(kind === 'day' ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm') : ''
}

function numberOf(value: number, locale: string) {
  if (!Number.isFinite(value)) return ''
  const text = NUMBER.format(value)
  return locale === 'fr' ? text.replace('.', ',') : text
}

/** `1 234,5` and `1234.5` are the same number; what is none stays as it is, for the rule of its field to say so. */
export function plainNumber(text: string) {
  const bare = text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(bare) ? bare : text
}
