import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { DateTime } from 'luxon'

/** No line breaks between a number and its unit; a narrow one where French asks for it. */
const NB = '\u00A0'

/** Dates and durations as a person says them, in one language and the instance's zone. */
export class Formats {
  readonly #lang: string
  readonly #clock: Intl.DateTimeFormat
  readonly #day: Intl.DateTimeFormat
  readonly #dayAndYear: Intl.DateTimeFormat
  readonly #dayOfYear: Intl.DateTimeFormat
  readonly #full: Intl.DateTimeFormat
  readonly #isoParts: Intl.DateTimeFormat
  readonly #relativeDay: Intl.RelativeTimeFormat
  readonly #number: Intl.NumberFormat
  readonly #percent: Intl.NumberFormat
  readonly #month: Intl.DateTimeFormat
  readonly #short: Intl.DateTimeFormat
  readonly #region: Intl.DisplayNames
  readonly #collator: Intl.Collator
  readonly #list: Intl.ListFormat

  constructor(lang: string, zone: string) {
    const region = lang === 'en' ? 'en-GB' : lang
    this.#lang = lang
    this.#clock = new Intl.DateTimeFormat(region, { hour: lang === 'fr' ? 'numeric' : '2-digit', minute: '2-digit', timeZone: zone })
    this.#day = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
    this.#dayAndYear = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
    this.#dayOfYear = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
    this.#full = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeStyle: 'short', timeZone: zone })
    this.#isoParts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
    this.#relativeDay = new Intl.RelativeTimeFormat(region, { numeric: 'auto' })
    this.#number = new Intl.NumberFormat(region)
    this.#percent = new Intl.NumberFormat(region, { style: 'percent' })
    this.#month = new Intl.DateTimeFormat(region, { month: 'long', year: 'numeric', timeZone: zone })
    this.#short = new Intl.DateTimeFormat(region, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
    this.#region = new Intl.DisplayNames(region, { type: 'region' })
    this.#collator = new Intl.Collator(region)
    this.#list = new Intl.ListFormat(region)
  }

  /** `9 h 05` in French, `09:05` in English */
  clock(at: Date) {
    const time = this.#clock.format(at)
    return this.#lang === 'fr' ? time.replace(':', `${NB}h${NB}`) : time
  }

  /** `0427`: the number of a guest */
  guest(number: number) {
    return String(number).padStart(4, '0')
  }

  /** `12:05`, `1:02:05`: what is left (s) of a time that runs */
  countdown(seconds: number) {
    const left = Math.max(0, Math.ceil(seconds))
    const [hours, minutes] = [Math.floor(left / 3600), Math.floor((left % 3600) / 60)]
    const two = (value: number) => String(value).padStart(2, '0')
    return hours ? `${hours}:${two(minutes)}:${two(left % 60)}` : `${minutes}:${two(left % 60)}`
  }

  /** `9 h` in French, `09:00` in English: an hour of a chart */
  hour(at: Date) {
    const time = this.clock(at)
    return this.#lang === 'fr' ? time.replace(/\D*00$/, `${NB}h`) : time
  }

  /** `9 h` in French, `09:00` in English: an hour of any day */
  hourOf(hour: number) {
    return this.#lang === 'fr' ? `${hour}${NB}h` : `${String(hour).padStart(2, '0')}:00`
  }

  /** An instant of the day `2026-11-22`, whatever the zone. */
  dayAt(iso: string) {
    const noon = Date.parse(`${iso}T12:00:00Z`)
    return [0, -11, 11].map((hours) => new Date(noon + hours * 3_600_000)).find((at) => this.#isoDay(at).startsWith(iso))!
  }

  /** `novembre 2026` */
  month(at: Date) {
    return this.#month.format(at)
  }

  /** `jeu. 2 mai` in French, `Thu 2 May` in English: a day of a chart */
  dayOf(at: Date) {
    return this.#short.format(at)
  }

  /** `aujourd’hui`, `demain`, `samedi 21 novembre`, `vendredi 1er janvier 2027`, `21 novembre 2027` */
  day(at: Date, now = new Date()) {
    const days = this.#daysBetween(now, at)
    if (Math.abs(days) <= 1) return this.#relativeDay.format(days, 'day').replace("'", '’')
    if (Math.abs(days) >= 200) return this.#first(this.#dayOfYear.format(at))
    const sameYear = this.#isoDay(at).slice(0, 4) === this.#isoDay(now).slice(0, 4)
    return this.#first((sameYear ? this.#day : this.#dayAndYear).format(at))
  }

  /** `mardi 1er décembre 2026`: for what is printed, and read on another day */
  date(at: Date) {
    return this.#first(this.#dayAndYear.format(at))
  }

  /** `2 mai 1990`: a day of the calendar, wherever one is */
  birth(day: DateTime) {
    return this.#first(
      new Intl.DateTimeFormat(this.#region.resolvedOptions().locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        Date.parse(`${day.toISODate()}T00:00:00Z`)
      )
    )
  }

  /** `du mardi 1er décembre`, `d’hier`, `de demain` in French; in English the day alone, after a `from` */
  since(at: Date, now = new Date()) {
    const day = this.day(at, now)
    if (this.#lang !== 'fr') return day
    if (Math.abs(this.#daysBetween(now, at)) > 1) return `du ${day}`
    return /^[ah]/.test(day) ? `d’${day}` : `de ${day}`
  }

  /** `au mercredi 2 décembre`, `à demain` in French; in English the day alone, after a `to` */
  until(at: Date, now = new Date()) {
    const day = this.day(at, now)
    if (this.#lang !== 'fr') return day
    return `${Math.abs(this.#daysBetween(now, at)) > 1 ? 'au' : 'à'} ${day}`
  }

  /** By the calendar of the instance. */
  areSameDay(one: Date, other: Date) {
    return this.#daysBetween(one, other) === 0
  }

  /** For a title: every detail, whatever the day. */
  full(at: Date) {
    const text = this.#first(this.#full.format(at))
    return this.#lang === 'fr' ? text.replace(/(\d\d?):(\d\d)/, `$1${NB}h${NB}$2`) : text
  }

  /** `8 min`, `1 h 20`: what has passed between two instants, never negative */
  duration(from: Date, to: Date) {
    const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
    if (minutes < 60) return `${minutes}${NB}min`
    const rest = minutes % 60
    return `${Math.floor(minutes / 60)}${NB}h${rest ? NB + String(rest).padStart(2, '0') : ''}`
  }

  /** A wait from `low` to `high` minutes, for a sentence that chooses its words by `shape`. */
  span({ low, high }: { low: number; high: number }) {
    const words = (minutes: number) => this.duration(new Date(0), new Date(minutes * 60_000))
    const shape = high === 0 ? 'none' : low === high ? 'about' : low === 0 ? 'under' : 'between'
    return { shape, low: high < 60 ? String(low) : words(low), high: words(high) }
  }

  /** `2 min 05 s`, `45 s`: what is left until an instant, never negative */
  remaining(from: Date, to: Date) {
    const seconds = Math.max(0, Math.ceil((to.getTime() - from.getTime()) / 1000))
    const rest = `${seconds % 60}${NB}s`
    return seconds < 60 ? rest : `${Math.floor(seconds / 60)}${NB}min${NB}${rest.padStart(4, '0')}`
  }

  /** `5 min`, `90 s`: how long before an end something is said (s), as a form writes it too */
  notice(seconds: number) {
    return seconds % 60 ? `${seconds}${NB}s` : `${seconds / 60}${NB}min`
  }

  /** `845 o`, `12 Ko`, `1,4 Mo` in French; `845 B`, `12 kB`, `1.4 MB` in English */
  bytes(count: number) {
    const units = this.#lang === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB']
    const power = Math.min(Math.floor(Math.log2(Math.max(count, 1)) / 10), units.length - 1)
    const value = count / 1024 ** power
    const shown = Math.round(value * 10) / 10
    return `${this.#number.format(power === 0 || shown >= 10 ? Math.round(value) : shown)}${NB}${units[power]}`
  }

  number(value: number) {
    return this.#number.format(value)
  }

  /** `2 en file, 1 en entretien et 3 passés` */
  list(parts: string[]) {
    return this.#list.format(parts)
  }

  /** `42 %` in French, `42%` in English */
  percent(part: number) {
    return this.#percent.format(part)
  }

  /** @param number E.164 */
  phone(number: string) {
    return parsePhoneNumberFromString(number)?.formatInternational() ?? number
  }

  /** @param code ISO 3166-1 */
  country(code: string) {
    return this.#region.of(code)!.replace("'", '’')
  }

  /** In the order of their names, for a list of choices. */
  countries(codes: readonly string[]) {
    return codes.map((value) => ({ value, text: this.country(value) })).sort((one, other) => this.#collator.compare(one.text, other.text))
  }

  /** `09:00–12:00, 14:00–17:30` as it is said: `9 h – 12 h, 14 h – 17 h 30`. */
  opening(ranges: string) {
    if (this.#lang !== 'fr') return ranges
    return ranges
      .replace(/0?(\d{1,2}):(\d\d)/g, (_, hour: string, minute: string) => `${hour}${NB}h${minute === '00' ? '' : NB + minute}`)
      .replaceAll('–', `${NB}–${NB}`)
  }

  /** The value of a date field: the day of an instant, by the calendar of the instance. */
  iso(at: Date) {
    return this.#isoDay(at).slice(0, 10)
  }

  /** The value of a datetime-local field, in the instance's zone. */
  field(at: DateTime, zone: string) {
    return at.setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm")
  }

  /** The first of a month is the only one that French does not count. */
  #first(text: string) {
    return this.#lang === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text
  }

  #daysBetween(from: Date, to: Date) {
    const midnight = (at: Date) => Date.parse(this.#isoDay(at))
    return Math.round((midnight(to) - midnight(from)) / 86_400_000)
  }

  #isoDay(at: Date) {
    const parts = new Map(this.#isoParts.formatToParts(at).map(({ type, value }) => [type, value]))
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}T00:00:00Z`
  }
}
