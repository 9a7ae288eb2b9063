import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** No line breaks between a number and its unit; a narrow one where French asks for it. */
export const NB = '\u00A0'

/** Numbers, sizes and names as a person of one language says them. */
export class Amounts {
  readonly #number: Intl.NumberFormat
  readonly #percent: Intl.NumberFormat
  readonly #region: Intl.DisplayNames
  readonly #collator: Intl.Collator
  readonly #list: Intl.ListFormat

  constructor(
    protected readonly lang: string,
    protected readonly region: string
  ) {
    this.#number = new Intl.NumberFormat(region)
    this.#percent = new Intl.NumberFormat(region, { style: 'percent' })
    this.#region = new Intl.DisplayNames(region, { type: 'region' })
    this.#collator = new Intl.Collator(region)
    this.#list = new Intl.ListFormat(region)
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

  /** `845 o`, `12 Ko`, `1,4 Mo` in French; `845 B`, `12 kB`, `1.4 MB` in English */
  bytes(count: number) {
    const units = this.lang === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB']
    const power = Math.min(Math.floor(Math.log2(Math.max(count, 1)) / 10), units.length - 1)
    const value = count / 1024 ** power
    const shown = Math.round(value * 10) / 10
    return `${this.#number.format(power === 0 || shown >= 10 ? Math.round(value) : shown)}${NB}${units[power]}`
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
}
