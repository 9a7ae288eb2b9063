import { IntlMessageFormat } from 'intl-messageformat'

/** ICU messages, each parsed once: the package's own formatter parses at every call, which costs more than a query. */
export class CachedIcuFormatter {
  readonly name = 'icu'
  readonly #parsed = new Map<string, IntlMessageFormat>()

  format(message: string, locale: string, data?: Record<string, unknown>): string {
    if (!message.includes('{')) return message
    const key = `${locale} ${message}`
    let parsed = this.#parsed.get(key)
    if (!parsed) this.#parsed.set(key, (parsed = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })))
    return parsed.format(data as Record<string, string>) as string
  }
}
