export const PAGE_SIZE = 20

/** The order of a list, as its address says it. */
export interface Sort<T extends string> {
  by: T
  down: boolean
}

/** @param columns what each word of the address means in SQL; nothing else reaches the query */
export function orderOf<T extends string>({ by, down }: Sort<T>, columns: Record<T, string>) {
  return `${columns[by]} ${down ? 'desc' : 'asc'}`
}

/** One page of a list, with what its navigation needs. */
export interface Page<T> {
  rows: T[]
  total: number
  page: number
  pages: number
}

export function pageOf<T>(rows: T[], total: number, page: number): Page<T> {
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

/** Rows asked for at once where a list is read to its end. */
const BATCH = 1000

/**
 * Every row of a list that is too long to hold, in the order of its identifiers.
 * @param next the first `size` rows after that identifier
 */
export async function* inBatches<T extends { id: number }>(next: (after: number, size: number) => Promise<T[]>): AsyncGenerator<T> {
  for (let after = 0; ;) {
    const rows = await next(after, BATCH)
    yield* rows
    if (rows.length < BATCH) return
    after = rows.at(-1)!.id
  }
}

/** A `like` pattern for `plain(…)` that means "contains", whatever signs the words hold: neither case nor accents count. */
export function containing(words: string) {
  return `%${plain(words)
    .trim()
    .replace(/[\\%_]/g, '\\$&')}%`
}

/** The same as the database's function of that name. */
export function plain(words: string) {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
}
