/**
 * The number under which a country knows an organisation, as it is written in its register; null for one that cannot be.
 * In France a SIRET: 14 digits of which the last is a check (Luhn), but for La Poste, whose digits add up to a multiple of 5.
 * Elsewhere, letters and digits.
 */
export function registrationNumber(text: string, country: string): string | null {
  const written = text.trim().toUpperCase()
  if (country !== 'FR') return /^[0-9A-Z][0-9A-Z ./-]{0,39}$/.test(written) ? written : null
  const digits = written.replace(/[\s.]/g, '')
  return /^\d{14}$/.test(digits) && (luhn(digits) % 10 === 0 || isLaPoste(digits)) ? digits : null
}

/** Each second digit from the right counts double, its own digits added. */
function luhn(digits: string) {
  return [...digits]
    .toReversed()
    .reduce((sum, digit, n) => sum + (n % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] : Number(digit)), 0)
}

function isLaPoste(digits: string) {
  return digits.startsWith('356000000') && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}
