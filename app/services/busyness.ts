/* How busy this process is, for whatever can wait a little when it is. */
import { performance } from 'node:perf_hooks'

/** How long it is watched to know (ms). */
const WATCH = 1000

let watched = { at: 0, until: performance.eventLoopUtilization(), share: 0 }

/** The share of the last moment in which this process was at work (0 to 1). */
export function busyness() {
  if (performance.now() - watched.at > WATCH) {
    const until = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(until, watched.until)
    watched = { at: performance.now(), until, share: utilization }
  }
  return watched.share
}

/** From this share on, what can wait does. */
export const BUSY = 0.6

let underWay = 0

/** Parts of pages that have been asked for and are not answered yet: as many wait for each other where it is too much. */
export function partsUnderWay() {
  return underWay
}

export async function asPart<T>(work: () => Promise<T>): Promise<T> {
  underWay++
  try {
    return await work()
  } finally {
    underWay--
  }
}
