import { encodeQR } from 'qr'

/** The white margin that readers need around it, in squares (ISO/IEC 18004). */
const QUIET = 4

/**
 * A QR code, as a path of black squares on a white ground of `size` squares. A tenth of it may be dirty or torn (level M).
 * @param text up to 2,331 bytes; an address
 */
export function qrOf(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  return { size: rows.length, path: rows.map(rowOf).join('') }
}

/** Squares side by side are one rectangle: no hairline shows between them on paper. */
function rowOf(row: boolean[], y: number) {
  const line = row.map((black) => (black ? '1' : '0')).join('')
  return [...line.matchAll(/1+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
