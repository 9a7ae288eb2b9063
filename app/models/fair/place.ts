import { Refusal, type RefusalParams } from '#exceptions/refusal'
import { type Pace, type Wait, waitOf } from '#models/fair/pace'
import type { Presence } from '#models/fair/presence'
import type Skip from '#models/fair/skip'

/** An attendee's place in one queue, with all that decides whether they may start there. */
export interface Place extends Pace {
  entryId: number
  standId: number
  stand: string
  /** where it is in the hall */
  standPlace: string | null
  slots: number
  position: number
  completedAt: Date | null
  fairOpen: boolean
  standPaused: boolean
  freeSlots: number
  callId: number | null
  calledAt: Date | null
  /** when the call ends if nobody answers */
  callExpiresAt: Date | null
  /** null for a call that waits for the person's other one */
  graceStartedAt: Date | null
  prolongedAt: Date | null
  /** whether "J'arrive" would give more time */
  prolongable: boolean
  /** why the place is passed over, if it is */
  skip: Skip['cause'] | null
  skippedAt: Date | null
  /** times that the person did not come to this stand */
  noShows: number
  /** when they were told that it is soon */
  soonAt: Date | null
  /** people with a smaller rank, not yet passed, not inside at this stand (R15) */
  ahead: number
  /** those of them who could come now */
  readyAhead: number
  insideSince: Date[] | null
  /** who goes first among those available ahead, when a slot is free */
  next: string | null
  /** who has been inside longest */
  inside: string | null
}

export type Obstacle = 'completed' | 'inside' | 'elsewhere' | 'paused' | 'fair_closed' | 'stand_paused' | 'skipped' | 'full' | 'behind'

/**
 * Why this person may not start there, or null when they may: the decision matrix of the fair (§1.5), in its order.
 */
export function obstacle(place: Place, presence: Presence): { code: Obstacle; params: RefusalParams } | null {
  const params = { stand: place.stand }
  if (place.completedAt) return { code: 'completed', params }
  if (presence.interview)
    return presence.interview.standId === place.standId
      ? { code: 'inside', params }
      : { code: 'elsewhere', params: { stand: presence.interview.stand } }
  if (presence.status === 'paused') return { code: 'paused', params }
  if (!place.fairOpen) return { code: 'fair_closed', params }
  if (place.standPaused) return { code: 'stand_paused', params }
  if (place.skip) return { code: 'skipped', params }
  if (place.freeSlots <= 0) return { code: 'full', params }
  if (!place.callId) return { code: 'behind', params: { ...params, name: place.next ?? '…' } }
  return null
}

/** How long somebody may still wait there, when they do and the stand goes on. */
export function waitAt(place: Place, now: Date): Wait | null {
  if (place.completedAt || place.callId || place.skip || !place.fairOpen || place.standPaused) return null
  return waitOf({ ...place, insideSince: place.insideSince ?? [] }, now)
}

export function refuse(found: { code: Obstacle; params: RefusalParams }): never {
  throw new Refusal(`fair.reasons.${found.code}`, found.params)
}
