import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import AttendeePause from '#models/fair/attendee_pause'
import { lockFloor } from '#models/fair/floor'
import { type Presence, presenceOf } from '#models/fair/presence'
import { settle } from '#models/fair/settle'
import QueueEntry from '#models/fair/queue_entry'
import { endPause, interruptOne, seat } from '#models/fair/seating'
import { type Act, authorOf, within } from '#models/mixins/act'

export type Override = { status: 'available' } | { status: 'paused' } | { status: 'interviewing'; entryId: number }

/** R8: an organiser sets any status, out of turn and on a closed fair too, but always a consistent one. */
export function Overriding<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * An interview under way is interrupted: the slot is free and the place in the queue is kept.
     * @throws {Refusal} fair.refusals.not_waiting, override_full
     */
    async override(this: Attendee, target: Override, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [this.id] })
        const before = await presenceOf(trx, this.id)
        if (target.status === 'interviewing') await putInside(this, trx, act, target.entryId, before)
        else await putOutside(this, trx, act, target.status, before)
        await this.track(trx, act, 'fair.attendee.overridden', { from: before.status, to: target.status })
        await settle(trx, act, { fairId: this.fairId, stands, attendees: [this.id] })
      })
    }
  }
}

async function putInside(attendee: Attendee, trx: TransactionClientContract, act: Act, entryId: number, before: Presence) {
  const entry = await QueueEntry.query({ client: trx })
    .where({ id: entryId, attendee_id: attendee.id })
    .whereNull('left_at')
    .whereNull('completed_at')
    .preload('stand')
    .first()
  if (!entry) throw new Refusal('fair.refusals.not_waiting')
  if (before.interview?.standId === entry.standId) return
  if (before.interview) await interruptOne(trx, act, before.interview.id)
  await endPause(trx, act, attendee.id)
  await seat(trx, act, entry.stand, entry.id, attendee.id, new Refusal('fair.refusals.override_full', { stand: entry.stand.name }))
}

async function putOutside(attendee: Attendee, trx: TransactionClientContract, act: Act, status: 'available' | 'paused', before: Presence) {
  if (before.interview) await interruptOne(trx, act, before.interview.id)
  if (status === 'available') await endPause(trx, act, attendee.id)
  else if (!before.pause)
    await AttendeePause.create(
      { attendeeId: attendee.id, reason: 'override', startedAt: act.at, startedBy: authorOf(act.by) },
      { client: trx }
    )
}
