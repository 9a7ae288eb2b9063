import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import { doorOf, refuseTwice } from '#models/fair/door'
import { lockFloor, lockPair, lockStands } from '#models/fair/floor'
import Interview from '#models/fair/interview'
import { endSkip } from '#models/fair/missing'
import { measurePace } from '#models/fair/pace'
import { presenceOf } from '#models/fair/presence'
import QueueEntry from '#models/fair/queue_entry'
import { rankAt } from '#models/fair/ranking'
import { interruptOne } from '#models/fair/seating'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import { arrive } from '#models/fair/stand/queueing'
import { type Act, within } from '#models/mixins/act'

/** R8: what an organiser corrects in a queue, each time written in the audit. Positions never change. */
export function Correcting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Into the queue in spite of a pause, a limit, a closed fair.
     * @returns the position
     * @throws {Refusal} fair.refusals.join_twice, join_completed
     */
    async force(this: Stand, attendee: Attendee, act: Act): Promise<number> {
      return within(act, async (trx) => {
        await lockPair(trx, attendee.id, this.id)
        refuseTwice(this, await doorOf(trx, this.id, attendee.id))
        const position = await arrive(trx, act, this, attendee.id, 'fair.queue_entry.forced')
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], attendees: [attendee.id] })
        return position
      })
    }

    /**
     * Out of the queue; an interview under way is interrupted and its attendee available. Twice is once.
     * @throws {Refusal} fair.refusals.leave_completed
     */
    async remove(this: Stand, entry: QueueEntry, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [entry.attendeeId], stands: [this.id] })
        const row = await QueueEntry.findOrFail(entry.id, { client: trx })
        if (row.leftAt) return
        if (row.completedAt) throw new Refusal('fair.refusals.remove_completed')
        const { interview } = await presenceOf(trx, row.attendeeId)
        if (interview?.standId === this.id) await interruptOne(trx, act, interview.id)
        await endSkip(trx, act, row.id)
        await row.useTransaction(trx).merge({ leftAt: act.at }).save()
        await row.trackPlace(trx, act, 'fair.queue_entry.removed')
        await settle(trx, act, { fairId: this.fairId, stands, queues: [this.id], attendees: [row.attendeeId] })
      })
    }

    /**
     * "Marqué passé par erreur": the place is in the queue again, where it was. Twice is once.
     * @throws {Refusal} fair.refusals.not_completed
     */
    async reinstate(this: Stand, entry: QueueEntry, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockPair(trx, entry.attendeeId, this.id)
        const row = await QueueEntry.findOrFail(entry.id, { client: trx })
        if (row.leftAt) throw new Refusal('fair.refusals.not_completed')
        if (!row.completedAt) return
        await row.useTransaction(trx).merge({ completedAt: null }).save()
        await Interview.query({ client: trx }).where({ queue_entry_id: row.id, outcome: 'passed' }).update({ outcome: 'interrupted' })
        await measurePace(trx, this.id)
        await row.trackPlace(trx, act, 'fair.queue_entry.reinstated')
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], attendees: [row.attendeeId] })
      })
    }

    /**
     * Elsewhere in the queue.
     * @param place 1 is the first of those who wait; beyond the end is the end
     * @throws {Refusal} fair.refusals.not_waiting
     */
    async move(this: Stand, entry: QueueEntry, place: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockStands(trx, [this.id])
        const { rankKey, from, to } = await rankAt(trx, this.id, entry.id, place)
        if (from === to) return
        await QueueEntry.query({ client: trx }).where('id', entry.id).update({ rank_key: rankKey })
        await entry.trackPlace(trx, act, 'fair.queue_entry.moved', { from, to })
        await settle(trx, act, { fairId: this.fairId, stands: [this.id], attendees: [entry.attendeeId] })
      })
    }
  }
}
