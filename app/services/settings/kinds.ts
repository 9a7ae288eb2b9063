/* The kinds of settings: what fits, and how a form writes it. */

export type Type = 'text' | 'email' | 'integer' | 'choice' | 'hours'

export interface Kind<T> {
  readonly type: Type
  readonly fallback: T
  /** what a form or the database gives, as a value; undefined when it does not fit */
  parse(input: unknown): T | undefined
  /** the value as a form writes it */
  text(value: T): string
  /** of an integer, or of a text's length */
  readonly bounds?: { min: number; max: number }
  /** of an integer, as `monitoring.settings.units` names it */
  readonly unit?: Unit
  /** what a choice is made from */
  readonly choices?: readonly string[]
  /** what its choices are names of */
  readonly names?: Names
}

export type Unit = 'days' | 'hours' | 'minutes' | 'seconds' | 'times'
export type Names = 'region' | 'currency' | 'languages' | 'zone' | 'hour'

/** From and to, on the same day. */
export type Range = readonly [from: string, to: string]

/** How many times a day a place may close and open again. */
const MOST_RANGES = 4

export function text(fallback: string, bounds: { min: number; max: number }): Kind<string> {
  const fits = (value: string) => value.length >= bounds.min && value.length <= bounds.max
  return { type: 'text', fallback, bounds, parse: (input) => fitting(trimmed(input), fits), text: (value) => value }
}

/** An address, or none. */
export function email(fallback: string): Kind<string> {
  const fits = (value: string) => value === '' || (value.length <= 254 && /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/.test(value))
  return { type: 'email', fallback, parse: (input) => fitting(trimmed(input), fits), text: (value) => value }
}

export function integer(fallback: number, bounds: { min: number; max: number }, unit: Unit): Kind<number> {
  const fits = (value: string) => /^\d{1,9}$/.test(value) && Number(value) >= bounds.min && Number(value) <= bounds.max
  const parse = (input: unknown) => {
    const typed = fitting(typeof input === 'number' ? String(input) : trimmed(input).replace(/\s/g, ''), fits)
    return typed === undefined ? undefined : Number(typed)
  }
  return { type: 'integer', fallback, bounds, unit, parse, text: String }
}

/** An hour of the day, from 0 to 23. */
export function hour(fallback: number): Kind<number> {
  const choices = Array.from({ length: 24 }, (_, at) => String(at))
  const parse = (input: unknown) => {
    const one = choices.find((choice) => choice === (typeof input === 'number' ? String(input) : input))
    return one === undefined ? undefined : Number(one)
  }
  return { type: 'choice', fallback, choices, names: 'hour', parse, text: String }
}

export function choice<T extends string>(fallback: T, choices: readonly T[], names: Names): Kind<T> {
  return {
    type: 'choice',
    fallback,
    choices,
    names,
    parse: (input) => choices.find((one) => one === input),
    text: (value) => value,
  }
}

/** At least one of them; the form offers every selection. */
export function selection<T extends string>(fallback: readonly T[], among: readonly T[], names: Names): Kind<readonly T[]> {
  const selections = subsets(among)
  const written = (value: readonly string[]) => value.join(' ')
  return {
    type: 'choice',
    fallback,
    choices: selections.map(written),
    names,
    parse: (input) => selections.find((one) => written(one) === (isTexts(input) ? input.join(' ') : input)),
    text: written,
  }
}

/** When a place is open on one day: `09:00–12:00, 14:00–17:00`, or nothing. */
export function hours(fallback: readonly Range[]): Kind<readonly Range[]> {
  return {
    type: 'hours',
    fallback,
    parse: (input) => rangesOf(Array.isArray(input) ? written(input) : trimmed(input)),
    text: written,
  }
}

function written(ranges: readonly Range[]) {
  return ranges.map((range) => (isTexts(range) ? range.join('–') : '?')).join(', ')
}

function rangesOf(typed: string): Range[] | undefined {
  const ranges = typed === '' ? [] : typed.split(/\s*[,;]\s*/).map((range) => range.split(/\s*[–—-]\s*/).map(timeOf))
  let last = ''
  for (const [from, to, more] of ranges) {
    if (!from || !to || more !== undefined || from < last || to <= from) return undefined
    last = to
  }
  return ranges.length > MOST_RANGES ? undefined : (ranges as unknown as Range[])
}

/** `9h`, `9 h 30`, `9:30` as `09:30`; a day ends at `24:00`. */
function timeOf(typed: string) {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s?[h:]\s?(\d{2})?)?$/i.exec(typed) ?? []
  if (hour === undefined || Number(minute) > 59 || Number(hour) * 60 + Number(minute) > 24 * 60) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** Every selection of at least one, the largest first. */
function subsets<T>(among: readonly T[]): T[][] {
  const all = Array.from({ length: 2 ** among.length - 1 }, (_, bits) => among.filter((_one, at) => ((bits + 1) >> at) & 1))
  return all.toSorted((a, b) => b.length - a.length)
}

function isTexts(input: unknown): input is readonly string[] {
  return Array.isArray(input) && input.every((one) => typeof one === 'string')
}

function trimmed(input: unknown) {
  return typeof input === 'string' ? input.trim() : ''
}

function fitting<T>(value: T, fits: (value: T) => boolean) {
  return fits(value) ? value : undefined
}
