/*
 * What a list's address holds. People type, share and cut addresses, so a value that makes no sense is as if it
 * were not there; forms are validated, addresses are read.
 */

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
