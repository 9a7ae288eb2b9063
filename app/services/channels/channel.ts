import type { Letter } from '#models/mixins/delivering'
import type { Rendered } from '#services/letters'

/** What a channel needs to know of a delivery. */
export interface Outgoing {
  id: number
  userId: number | null
  notificationId: number | null
  params: Record<string, string | number | null>
  address: string
  locale: Letter['locale']
  /** `<…@…>`, drawn with the delivery: the same however often it is tried */
  messageId: string
  expiresAt: { toSeconds(): number } | null
}

/** A way out of the building. */
export interface Channel {
  /** whether this installation has it; what is for it waits until then */
  readonly open: boolean
  /**
   * Hands one delivery over.
   * @returns what the other side calls it
   * @throws {PermanentFailure} when trying again would be refused again
   * @throws {TemporaryFailure} when it may be accepted later
   */
  send(delivery: Outgoing, rendered: Rendered): Promise<{ messageId: string }>
}

/** Another attempt would be refused as well: the address does not exist, the message is not accepted. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
}

/** Nobody answers, or not now. */
export class TemporaryFailure extends Error {
  override name = 'TemporaryFailure'
}
