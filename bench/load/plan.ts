import type { Spread } from '../timings.js'

/** Requests to send, as they go on the wire, and for how long. */
export interface Plan {
  port: number
  connections: number
  /** whichever connection is free takes the next one */
  requests: string[]
  /** from the first again after the last, until the time is over */
  cycle: boolean
  /** not measured (s) */
  warmUp: number
  seconds: number
  /** requests a second, offered whether or not the server keeps up; as fast as it answers when absent */
  rate?: number
  /** the status that each answer must have */
  expected: number
}

export interface Measure extends Spread {
  perSecond: number
  /** of the warm-up too: by which the CPU that was used is divided */
  answers: number
  /** statuses that should not have been, and how often */
  unexpected: Record<number, number>
}
