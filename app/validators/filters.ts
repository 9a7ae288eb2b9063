/*
 * What a list's address holds. People type, share and cut addresses, so a value that makes no sense is as if it
 * were not there; forms are validated, addresses are read.
 */
import type { Sort } from '#models/mixins/paging'

export function asPage(value: unknown) {
  return /^[1-9]\d{0,5}$/.test(String(value)) ? Number(value) : 1
}

export function asWords(value: unknown) {
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

/** The value if it is one of the choices, else the first of them. */
export function asOneOf<T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0]
}

/** `name` or `-name`: a column of the list, from the smallest or from the largest. */
export function asSort<T extends string>(value: unknown, columns: readonly [T, ...T[]]): Sort<T> {
  const column = columns.find((one) => value === one || value === `-${one}`)
  return { by: column ?? columns[0], down: column !== undefined && value === `-${column}` }
}

/** `12,15`: up to twenty identifiers. */
export function asIds(value: unknown) {
  return typeof value === 'string'
    ? value
        .split(',')
        .filter((id) => /^[1-9]\d{0,14}$/.test(id))
        .slice(0, 20)
        .map(Number)
    : []
}

/** One identifier, if it is one. */
export function asId(value: unknown) {
  return asIds(typeof value === 'string' ? value : '')[0] as number | undefined
}
