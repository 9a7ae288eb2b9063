import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import { doorOf, refuseAtDoor, warnOfLastCall } from '#models/fair/door'
import { lockPair } from '#models/fair/floor'
import { presenceOf } from '#models/fair/presence'
import { endSkip } from '#models/fair/missing'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import { type Act, within } from '#models/mixins/act'
import { audit } from '#models/mixins/tracked'

export interface JoinChoice {
  /** having been told that the fair may close before */
  despite?: boolean
}

/** The queue of a stand: joining it and leaving it. */
export function Queueing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The attendee takes the last place, whatever they are doing meanwhile (§1.8).
     * @returns the position, which nobody else ever had or will have
     * @throws {Refusal} fair.refusals.join_*
     */
    async join(this: Stand, attendee: Attendee, act: Act, { despite = false }: JoinChoice = {}): Promise<number> {
      return within(act, async (trx) => {
        const stand = await lockPair(trx, attendee.id, this.id)
        const door = await doorOf(trx, stand.id, attendee.id)
        refuseAtDoor(stand, door)
        if (!despite) warnOfLastCall(act, stand, door)
        const position = await arrive(trx, act, stand, attendee.id, 'fair.queue_entry.joined')
        const unchanged = door.calls >= stand.slots - (door.insideSince?.length ?? 0)
        await settle(trx, act, { fairId: stand.fairId, stands: [stand.id], attendees: [attendee.id], quiet: true, unchanged })
        return position
      })
    }

    /**
     * The attendee gives up the place; coming back is a new one at the end. Leaving twice is leaving once.
     * @throws {Refusal} fair.refusals.leave_inside, fair.refusals.leave_completed
     */
    async leave(this: Stand, attendee: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockPair(trx, attendee.id, this.id)
        const entry = await this.related('entries')
          .query()
          .useTransaction(trx)
          .where('attendee_id', attendee.id)
          .whereNull('left_at')
          .first()
        if (!entry) return
        if (entry.completedAt) throw new Refusal('fair.refusals.leave_completed', { stand: this.name })
        const presence = await presenceOf(trx, attendee.id)
        if (presence.interview?.standId === this.id) throw new Refusal('fair.refusals.leave_inside', { stand: this.name })
        await endSkip(trx, act, entry.id)
        await entry.useTransaction(trx).merge({ leftAt: act.at }).save()
        await entry.trackPlace(trx, act, 'fair.queue_entry.left')
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], attendees: [attendee.id] })
      })
    }
  }
}

/** Takes the last place of a locked stand. @returns the position */
export async function arrive(trx: TransactionClientContract, act: Act, stand: Stand, attendeeId: number, action: string): Promise<number> {
  const { rows } = await trx.rawQuery(
    `with arrival as (
      update stands set next_position = next_position + 1, next_rank = next_rank + 1 where id = :stand
      returning id, fair_id, next_position - 1 as position, next_rank - 1 as rank
    )
    insert into queue_entries (fair_id, stand_id, attendee_id, position, rank_key, joined_at)
    select fair_id, id, :attendee::bigint, position, rank, :at::timestamptz from arrival returning id, position`,
    { stand: stand.id, attendee: attendeeId, at: act.at.toJSDate() }
  )
  const { id, position } = rows[0]
  const changes = { stand: stand.id, attendee: attendeeId }
  await audit(trx, act, [{ action, object: { type: 'queue_entry', id }, fairId: stand.fairId, changes }])
  return position
}
