export const PAGE_SIZE = 20

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

/** An `ilike` pattern that means "contains", whatever signs the words hold. */
export function containing(words: string) {
  return `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`
}
