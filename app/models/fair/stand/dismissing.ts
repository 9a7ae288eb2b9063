import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { lockFloor } from '#models/fair/floor'
import Interview from '#models/fair/interview'
import { settle } from '#models/fair/settle'
import type Stand from '#models/fair/stand'
import { pass } from '#models/fair/stand/interviewing'
import { type Act, within } from '#models/mixins/act'

/** Several people who leave together. */
export function Dismissing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Marks them passed, all or none. Whoever a colleague has marked meanwhile is passed already.
     * @returns those who are passed by this
     * @throws {Refusal} fair.refusals.already_passed when nobody is left to mark, interrupted
     */
    async markPassedAll(this: Stand, interviews: Interview[], act: Act): Promise<Interview[]> {
      return within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: interviews.map(({ attendeeId }) => attendeeId), stands: [this.id] })
        const ids = interviews.map(({ id }) => id)
        const left = await Interview.query({ client: trx })
          .whereIn('id', ids)
          .where((one) => void one.whereNull('outcome').orWhere('outcome', 'interrupted'))
          .preload('attendee')
          .orderBy('id')
        if (left.length === 0) throw new Refusal('fair.refusals.already_passed')
        for (const interview of left) await pass(this, trx, act, interview)
        const gone = left.map(({ attendeeId }) => attendeeId)
        await settle(trx, act, { fairId: this.fairId, stands, queues: [this.id], attendees: gone })
        return left
      })
    }
  }
}
