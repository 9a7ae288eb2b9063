/** How long things took (ms): the middle, and what one in twenty and one in a hundred exceed. */
export interface Spread {
  p50: number
  p95: number
  p99: number
}

export function spreadOf(times: number[]): Spread {
  const sorted = Float64Array.from(times).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** A clock (ms) that all processes of the machine share. */
export function clock() {
  return Number(process.hrtime.bigint()) / 1e6
}
