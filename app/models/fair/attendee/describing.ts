import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import type Attendee from '#models/fair/attendee'
import type { Registration } from '#models/fair/fair/registering'
import { lockAttendee } from '#models/fair/floor'
import { holdPeople, refuseKnownEmail } from '#models/fair/known_attendees'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

/** Who somebody without an account is. */
export function Describing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} fair.refusals.attendee_owned, attendee_known */
    async describe(this: Attendee, { givenName, familyName, email = null, phone = null }: Registration, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockAttendee(trx, this.id)
        // As whoever registers: no other gives the same address meanwhile.
        await holdPeople(trx, this.fairId)
        await this.useTransaction(trx).refresh()
        if (this.userId) throw new Refusal('fair.refusals.attendee_owned', { name: this.fullName })
        if (email) await refuseKnownEmail(trx, this.fairId, email, this.id)
        this.merge({ givenName, familyName, email, phone })
        const changed = Object.keys(this.$dirty)
        await this.save()
        await this.track(trx, act, 'fair.attendee.described', Object.fromEntries(changed.map((field) => [field, true])))
        const stands: { stand_id: number }[] = await trx
          .from('queue_entries')
          .where('attendee_id', this.id)
          .whereNull('left_at')
          .select('stand_id')
        await signal(trx, [this.channel, `fairs/${this.fairId}/control`, ...stands.map(({ stand_id }) => `stands/${stand_id}`)])
      })
    }
  }
}
