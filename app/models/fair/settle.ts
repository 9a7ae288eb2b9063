import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Change, recall, startClocks } from '#models/fair/recall'
import { tellCalled, tellSoon } from '#models/fair/telling'
import type { Act } from '#models/mixins/act'
import { AROUND, signal, wake } from '#models/mixins/live'
import { withdrawNews } from '#models/mixins/notifying'

export interface Settlement {
  fairId: number
  /** stands whose queue changed, all locked by this transaction */
  stands: number[]
  /**
   * those of them where places moved, for the people who wait there: all of them unless said. Where somebody only became busy,
   * those behind see something else only if somebody is called or no longer is.
   */
  queues?: number[]
  /** those of them that show something else themselves: where places moved, unless said */
  screens?: number[]
  /** attendees who did something or to whom something was done */
  attendees?: number[]
  /** somebody arrived at the end of a queue: nothing changes for those who wait there */
  quiet?: boolean
  /** nothing that could call anybody: the queue only became longer behind those who are called already */
  unchanged?: boolean
  /** the fair itself changed: opened, closed, a stand more or less */
  fairChanged?: boolean
}

/** What wakes the clock of calls: services/call_clock.ts. */
export const CALLS = 'calls'

/**
 * The end of every verb: on each locked stand, those who may start are called and the others' calls are withdrawn; of each
 * person's calls one has its grace running; whoever must know is told; every page concerned is signalled.
 */
export async function settle(trx: TransactionClientContract, act: Act, settlement: Settlement) {
  const { attendees = [], quiet, stands, unchanged } = settlement
  const changes = unchanged ? [] : await recall(trx, act, stands)
  const still = quiet && changes.length === 0
  const clocks = still ? [] : await startClocks(trx, act, [...attendees, ...changes.map((change) => change.attendee_id)])
  await tellCalled(
    trx,
    act,
    changes.filter((change) => change.made)
  )
  const soon = still ? [] : await tellSoon(trx, act, stands)
  await withdrawNews(trx, act, changes.flatMap(overBy))
  if (changes.length || clocks.length) await wake(trx, CALLS)
  await signal(trx, channelsOf(settlement, changes, [...clocks, ...soon]))
}

/** A call withdrawn is no longer news; somebody called is no longer called soon. */
function overBy({ made, id, entry_id }: Change) {
  return made ? [`soon:${entry_id}`] : [`call:${id}`]
}

function channelsOf(
  { fairId, stands, queues = stands, screens = queues, attendees = [], quiet, fairChanged }: Settlement,
  changes: Change[],
  others: { stand: number; attendee: number }[]
) {
  const moved = new Set(changes.map((change) => change.stand_id))
  // Where nothing moved but who is called or busy: its own screen shows it soon, those who wait there in a while.
  const own = new Set([...screens, ...moved, ...others.map(({ stand }) => stand)])
  const calm = new Set([...screens, ...moved].filter((id) => (quiet ? moved.has(id) : !queues.includes(id))))
  const around = [...stands.filter((id) => !own.has(id)), ...calm]
  return [
    `fairs/${fairId}/control`,
    ...(quiet && moved.size === 0 ? [] : [`fairs/${fairId}/wall`]),
    ...(fairChanged ? [`fairs/${fairId}`] : []),
    ...[...own].map((id) => `stands/${id}`),
    ...(quiet ? [] : queues).map((id) => `stands/${id}/queue`),
    ...around.map((id) => `stands/${id}/${AROUND}`),
    ...[...attendees, ...changes.map((change) => change.attendee_id), ...others.map(({ attendee }) => attendee)].map(
      (id) => `attendees/${id}`
    ),
  ]
}
