/* How long the postes of a site could be used: what the use is a part of. */
import type { DateTime } from 'luxon'
import { type Timetable, openingsOn } from '#models/postes/site/timing'

/** From one instant (ms) to another. */
export type Span = readonly [number, number]

/** A poste while it was there, less the times in which it was in maintenance. */
export interface Fleet {
  postes: { id: number; from: number; to: number }[]
  maintenances: { posteId: number; from: number; to: number }[]
}

/**
 * When the site was open on a day, up to now.
 * @param day its first instant, in the zone of the instance
 */
export function openSpans(timetable: Timetable, day: DateTime, now: DateTime): Span[] {
  return openingsOn(timetable, day)
    .map(({ from, to }) => [from.toMillis(), Math.min(to.toMillis(), now.toMillis())] as const)
    .filter(([from, to]) => from < to)
}

/** Seconds of use that the postes offered in these spans, all together. */
export function availableSeconds({ postes, maintenances }: Fleet, spans: Span[]): number {
  let ms = 0
  for (const poste of postes) {
    const stops = merged(maintenances.filter(({ posteId }) => posteId === poste.id).map(({ from, to }) => [from, to] as const))
    for (const span of spans) {
      const there = overlap(span, [poste.from, poste.to])
      ms += there ? lengthOf(there) - stops.reduce((sum, stop) => sum + lengthOf(overlap(there, stop)), 0) : 0
    }
  }
  return ms / 1000
}

function overlap([from, to]: Span, [start, end]: Span): Span | null {
  const both = [Math.max(from, start), Math.min(to, end)] as const
  return both[0] < both[1] ? both : null
}

function lengthOf(span: Span | null) {
  return span ? span[1] - span[0] : 0
}

/** Without what two of them would count twice. */
function merged(spans: Span[]): Span[] {
  const sorted = spans.toSorted(([a], [b]) => a - b)
  return sorted.reduce<Span[]>((kept, [from, to]) => {
    const last = kept.at(-1)
    if (last && from <= last[1]) kept[kept.length - 1] = [last[0], Math.max(last[1], to)]
    else kept.push([from, to])
    return kept
  }, [])
}
