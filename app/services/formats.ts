import type { DateTime } from 'luxon'
import { NB } from '#services/formats/amounts'
import { Durations } from '#services/formats/durations'

/** Dates and durations as a person says them, in one language and the instance's zone. */
export class Formats extends Durations {
  readonly #clock: Intl.DateTimeFormat
  readonly #time: Intl.DateTimeFormat
  readonly #day: Intl.DateTimeFormat
  readonly #dayAndYear: Intl.DateTimeFormat
  readonly #dayOfYear: Intl.DateTimeFormat
  readonly #full: Intl.DateTimeFormat
  readonly #isoParts: Intl.DateTimeFormat
  readonly #relativeDay: Intl.RelativeTimeFormat
  readonly #month: Intl.DateTimeFormat
  readonly #short: Intl.DateTimeFormat

  constructor(lang: string, zone: string) {
    const region = lang === 'en' ? 'en-GB' : lang
    super(lang, region)
    this.#clock = new Intl.DateTimeFormat(region, { hour: lang === 'fr' ? 'numeric' : '2-digit', minute: '2-digit', timeZone: zone })
    this.#time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })
    this.#day = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
    this.#dayAndYear = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
    this.#dayOfYear = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone })
    this.#full = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeStyle: 'short', timeZone: zone })
    this.#isoParts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
    this.#relativeDay = new Intl.RelativeTimeFormat(region, { numeric: 'auto' })
    this.#month = new Intl.DateTimeFormat(region, { month: 'long', year: 'numeric', timeZone: zone })
    this.#short = new Intl.DateTimeFormat(region, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
  }

  /** `9 h 05` in French, `09:05` in English */
  clock(at: Date) {
    const time = this.#clock.format(at)
    return this.lang === 'fr' ? time.replace(':', `${NB}h${NB}`) : time
  }

  /** `9 h` in French, `09:00` in English: an hour of a chart */
  hour(at: Date) {
    const time = this.clock(at)
    return this.lang === 'fr' ? time.replace(/\D*00$/, `${NB}h`) : time
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
      new Intl.DateTimeFormat(this.region, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day.toISODate()}T00:00:00Z`))
    )
  }

  /** `du mardi 1er décembre`, `d’hier`, `de demain` in French; in English the day alone, after a `from` */
  since(at: Date, now = new Date()) {
    const day = this.day(at, now)
    if (this.lang !== 'fr') return day
    if (Math.abs(this.#daysBetween(now, at)) > 1) return `du ${day}`
    return /^[ah]/.test(day) ? `d’${day}` : `de ${day}`
  }

  /** `au mercredi 2 décembre`, `à demain` in French; in English the day alone, after a `to` */
  until(at: Date, now = new Date()) {
    const day = this.day(at, now)
    if (this.lang !== 'fr') return day
    return `${Math.abs(this.#daysBetween(now, at)) > 1 ? 'au' : 'à'} ${day}`
  }

  /** By the calendar of the instance. */
  areSameDay(one: Date, other: Date) {
    return this.#daysBetween(one, other) === 0
  }

  /** For a title: every detail, whatever the day. */
  full(at: Date) {
    const text = this.#first(this.#full.format(at))
    return this.lang === 'fr' ? text.replace(/(\d\d?):(\d\d)/, `$1${NB}h${NB}$2`) : text
  }

  /** The value of a date field: the day of an instant, by the calendar of the instance. */
  iso(at: Date) {
    return this.#isoDay(at).slice(0, 10)
  }

  /** The value of a time field: `09:05`, where the instance is. */
  time(at: Date) {
    return this.#time.format(at)
  }

  /** The value of a datetime-local field, in the instance's zone. */
  field(at: DateTime, zone: string) {
    return at.setZone(zone).toFormat("yyyy-MM-dd'T'HH:mm")
  }

  /** The first of a month is the only one that French does not count. */
  #first(text: string) {
    return this.lang === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text
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
