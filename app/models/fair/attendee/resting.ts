import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import AttendeePause from '#models/fair/attendee_pause'
import { lockFloor } from '#models/fair/floor'
import { presenceOf } from '#models/fair/presence'
import { settle } from '#models/fair/settle'
import { endPause } from '#models/fair/seating'
import { type Act, authorOf, within } from '#models/mixins/act'

/** Available or paused, by the person's own choice. Places in the queues are kept (R2, R3). */
export function Resting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} fair.refusals.status_inside */
    async pause(this: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [this.id] })
        const presence = await presenceOf(trx, this.id)
        if (presence.interview) throw new Refusal('fair.refusals.status_inside', { stand: presence.interview.stand })
        if (presence.pause) return
        await AttendeePause.create(
          { attendeeId: this.id, reason: 'chosen', startedAt: act.at, startedBy: authorOf(act.by) },
          { client: trx }
        )
        await this.track(trx, act, 'fair.attendee.paused')
        await settle(trx, act, { fairId: this.fairId, stands, queues: [], attendees: [this.id] })
      })
    }

    /** R5: "Repasser disponible". @throws {Refusal} fair.refusals.status_inside */
    async resume(this: Attendee, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stands = await lockFloor(trx, { attendees: [this.id] })
        const presence = await presenceOf(trx, this.id)
        if (presence.interview) throw new Refusal('fair.refusals.status_inside', { stand: presence.interview.stand })
        if (!presence.pause) return
        await endPause(trx, act, this.id)
        await this.track(trx, act, 'fair.attendee.resumed')
        await settle(trx, act, { fairId: this.fairId, stands, queues: [], attendees: [this.id] })
      })
    }
  }
}
