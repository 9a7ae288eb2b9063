import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import type User from '#models/accounts/user'
import Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

/** Being present at a fair. */
export function Attending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Arriving twice is arriving once.
     * @throws {Refusal} fair.refusals.attend_closed
     */
    async attend(this: Fair, user: User, act: Act): Promise<Attendee> {
      return within(act, async (trx) => {
        const known = await Attendee.query({ client: trx }).where({ fair_id: this.id, user_id: user.id }).first()
        if (known) return known
        const open = await this.related('openings').query().useTransaction(trx).whereNull('ended_at').first()
        if (!open) throw new Refusal('fair.refusals.attend_closed', { fair: this.name })
        const arrived = await trx
          .knexQuery()
          .insert({
            fair_id: this.id,
            user_id: user.id,
            given_name: user.givenName,
            family_name: user.familyName,
            created_at: act.at.toJSDate(),
            updated_at: act.at.toJSDate(),
          })
          .into('attendees')
          .onConflict(trx.knexRawQuery('(fair_id, user_id) where user_id is not null'))
          .ignore()
          .returning('id')
        const attendee = await Attendee.query({ client: trx }).where({ fair_id: this.id, user_id: user.id }).firstOrFail()
        if (arrived.length === 0) return attendee
        await attendee.track(trx, act, 'fair.attendee.arrived')
        await signal(trx, [`fairs/${this.id}/control`])
        return attendee
      })
    }

    async attendeeOf(this: Fair, user: User | null): Promise<Attendee | null> {
      if (!user) return null
      return Attendee.query().where({ fair_id: this.id, user_id: user.id }).first()
    }
  }
}
