import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import type Membership from '#models/accounts/membership'
import type Organisation from '#models/accounts/organisation'
import type { Place } from '#models/accounts/organisation/founding'
import type User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { notify } from '#models/mixins/notifying'

/** Asking for a place in an organisation. */
export function Joining<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The owners are told; until one of them accepts, it gives no right. Asking twice is asking once.
     * @throws {Refusal} organisations.refusals.stopped
     */
    async askToJoin(this: Organisation, user: User, { department = null }: Place, act: Act): Promise<Membership> {
      return within(act, async (trx) => {
        const { status } = await trx.from('organisations').where('id', this.id).forShare().select('status').firstOrFail()
        if (status !== 'pending' && status !== 'verified') throw new Refusal('organisations.refusals.stopped', { organisation: this.name })
        const [asked] = await trx
          .knexQuery()
          .insert({ organisation_id: this.id, user_id: user.id, department, asked_at: act.at.toJSDate() })
          .into('memberships')
          .onConflict(trx.knexRawQuery('(user_id, organisation_id) where refused_at is null and left_at is null'))
          .ignore()
          .returning('id')
        const membership = await this.related('memberships')
          .query()
          .useTransaction(trx)
          .where('user_id', user.id)
          .withScopes((scopes) => scopes.open())
          .firstOrFail()
        if (!asked) return membership
        await membership.track(trx, act, 'accounts.membership.asked', { organisationId: this.id })
        await user.grant({ role: 'recruiter' }, { ...act, trx })
        const owners = await this.concerned(trx)
        await notify(
          trx,
          act,
          owners.map((userId) => ({
            userId,
            kind: 'accounts.membership_asked',
            params: { organisation: this.name, name: user.fullName },
            path: this.path,
            about: `membership:${membership.id}`,
          }))
        )
        await signal(trx, [this.channel])
        return membership
      })
    }
  }
}
