import type { Range } from '#services/disks'

/**
 * What a Range header asks of a content (RFC 9110, 14.2).
 * @returns the range; null when none is to be had (416); undefined when the header is none that we serve: several ranges,
 * another unit, or nonsense. Then the whole content is the answer.
 */
export function rangeOf(header: string | undefined, bytes: number): Range | null | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, '') ?? '') ?? []
  if (from === undefined || (!from && !to)) return undefined
  const start = from ? Number(from) : Math.max(0, bytes - Number(to))
  const end = from && to ? Math.min(Number(to), bytes - 1) : bytes - 1
  if (from && to && Number(to) < Number(from)) return undefined
  return start < bytes && start <= end ? { start, end } : null
}
