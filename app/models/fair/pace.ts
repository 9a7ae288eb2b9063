/* How long interviews take at a stand, and so how long one waits there. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Own interviews from which a stand is known by itself; with fewer, it is thought to be partly like the others. */
const ENOUGH = 5

/** Of a stand without interviews of its own: long ones are thought to last this much more than the fair's usual. */
const LONG = 1.5

export interface Pace {
  measuredInterviews: number
  medianSeconds: number | null
  longSeconds: number | null
  /** what the fair expects */
  interviewMinutes: number
}

export interface Queue extends Pace {
  slots: number
  /** since when each of those inside is there */
  insideSince: Date[]
  /** people to be seen before: all, and those of them who could come now */
  ahead: number
  readyAhead: number
}

/** From when to when (min) somebody may hope to come in; short times by the minute, long ones by five. */
export interface Wait {
  low: number
  high: number
}

/** The length of an interview (s): the stand's median and 80th percentile, shrunk towards what the fair expects. */
export function lengthsOf({ measuredInterviews, medianSeconds, longSeconds, interviewMinutes }: Pace) {
  const own = Math.min(measuredInterviews, ENOUGH) / ENOUGH
  const usual = interviewMinutes * 60
  return {
    median: own * (medianSeconds ?? 0) + (1 - own) * usual,
    long: own * (longSeconds ?? 0) + (1 - own) * usual * LONG,
  }
}

/**
 * The soonest: those ahead who are free now, at the median pace. The latest: everybody ahead, those busy elsewhere too, at the pace
 * of the 80th percentile.
 */
export function waitOf(queue: Queue, now: Date): Wait {
  const { median, long } = lengthsOf(queue)
  const soonest = untilFree(queue, queue.readyAhead, median, now)
  const latest = untilFree(queue, queue.ahead, long, now)
  return { low: rounded(Math.min(soonest, latest), Math.floor), high: rounded(Math.max(soonest, latest), Math.ceil) }
}

/**
 * Whether somebody who joins now would not be seen to the end before the fair closes, everybody ahead being seen at the median pace.
 * One that overruns says no more when it closes.
 */
export function isLastCall(queue: Queue, now: Date, closesAt: Date) {
  if (closesAt <= now) return false
  const { median } = lengthsOf(queue)
  return now.getTime() / 1000 + untilFree(queue, queue.ahead, median, now) + median > closesAt.getTime() / 1000
}

/** After a change of a locked stand's completed interviews. */
export async function measurePace(trx: TransactionClientContract, standId: number) {
  await trx.rawQuery(
    `update stands s set (measured_interviews, median_seconds, long_seconds) = (
      select count(*), round(percentile_cont(0.5) within group (order by length)), round(percentile_cont(0.8) within group (order by length))
      from (select extract(epoch from i.ended_at - i.started_at) as length from interviews i where i.stand_id = s.id and i.outcome = 'passed') own
    ) where s.id = ?`,
    [standId]
  )
}

/** Seconds until a slot is free for whoever comes after `ahead` people, each taking the slot that is free first. */
function untilFree({ slots, insideSince }: Queue, ahead: number, length: number, now: Date) {
  const ends = insideSince.map((since) => Math.max(0, length - (now.getTime() - since.getTime()) / 1000))
  while (ends.length < slots) ends.push(0)
  ends.sort((a, b) => a - b)
  // Beyond the slots that there are now: those must come out first, and leave no room.
  const rounds = Math.floor(ahead / slots)
  const usable = ends.slice(ends.length - slots)
  return usable[ahead % slots] + rounds * length
}

function rounded(seconds: number, round: (value: number) => number) {
  const minutes = seconds / 60
  return minutes < 10 ? round(minutes) : round(minutes / 5) * 5
}
