import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Membership from '#models/accounts/membership'
import type { Act } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { notify } from '#models/mixins/notifying'

/** What a member learns of their place, and whose pages follow. */
export function Telling<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async tellDecision(
      this: Membership,
      trx: TransactionClientContract,
      act: Act,
      decision: 'accepted' | 'refused' | 'owner' | 'ended',
      reason = ''
    ): Promise<void> {
      const { name: organisation } = await trx.from('organisations').where('id', this.organisationId).select('name').firstOrFail()
      const params = { decision, organisation, reason }
      const about = `membership:${this.id}`
      await notify(trx, act, [{ userId: this.userId, kind: 'accounts.membership_decided', params, path: '/compte/organisations', about }])
      await signal(trx, [`organisations/${this.organisationId}`])
    }
  }
}
