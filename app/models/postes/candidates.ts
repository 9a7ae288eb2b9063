/* When postes are free, of those that might be reserved. */
import { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import { type Slot, daysOpenings } from '#models/postes/reservation_rules'
import type { Timetable } from '#models/postes/site/timing'
import { settings } from '#services/settings'

/** A poste, and when it is somebody's (ms). */
export interface Candidate {
  id: number
  name: string
  maintained: boolean
  /** until when the session that is on may last; null where there is none */
  busyUntil: Date | null
  reserved: { from: number; to: number }[]
}

/** Nobody knows when a maintenance ends: it is over by another day. */
export function isMaintained({ maintained }: Candidate, { at }: Act, { startsAt }: Slot) {
  return maintained && at.setZone(settings().zone).hasSame(startsAt.setZone(settings().zone), 'day')
}

export function reservedThen({ reserved }: Candidate, startsAt: DateTime, endsAt: DateTime) {
  return reserved.find(({ from, to }) => from < endsAt.toMillis() && to > startsAt.toMillis())
}

export function isFree(poste: Candidate, act: Act, slot: Slot) {
  if (isMaintained(poste, act, slot) || reservedThen(poste, slot.startsAt, slot.endsAt)) return false
  return !poste.busyUntil || poste.busyUntil.getTime() <= slot.startsAt.toMillis()
}

/** The first instant of the day, later than that one, at which a poste is free for as long. */
export function laterThat(timetable: Timetable, act: Act, candidates: Candidate[], slot: Slot): DateTime | null {
  const long = slot.endsAt.diff(slot.startsAt)
  const openings = daysOpenings(timetable, slot.startsAt)
  const ends = candidates.flatMap(({ reserved, busyUntil }) => [
    ...reserved.map(({ to }) => to),
    ...(busyUntil ? [busyUntil.getTime()] : []),
  ])
  const starts = [...ends, ...openings.map(({ from }) => from.toMillis())].sort((a, b) => a - b)
  for (const start of starts) {
    const startsAt = onTheGrid(DateTime.fromMillis(start))
    const endsAt = startsAt.plus(long)
    if (startsAt <= slot.startsAt || !openings.some(({ from, to }) => from <= startsAt && endsAt <= to)) continue
    if (candidates.some((poste) => isFree(poste, act, { ...slot, startsAt, endsAt }))) return startsAt
  }
  return null
}

/** At the next five minutes, as people say a time. */
function onTheGrid(at: DateTime) {
  const step = 5 * 60_000
  return DateTime.fromMillis(Math.ceil(at.toMillis() / step) * step)
}
