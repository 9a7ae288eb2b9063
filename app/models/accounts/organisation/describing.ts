import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import type Organisation from '#models/accounts/organisation'
import type { OrganisationValues } from '#models/accounts/organisation/founding'
import { refuseNumber } from '#models/accounts/deciding'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

/** What a moderator has verified: whoever could change it afterwards would be somebody else under the same seal. */
export const IDENTITY = ['name', 'kind', 'country', 'registrationNumber'] as const

const SEALED = new Set<string>(['verified', 'suspended'])

/** What an organisation says of itself. */
export function Describing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Its identity was verified: only a moderator changes it. */
    get isSealed() {
      return SEALED.has(this.$attributes.status)
    }

    /** @throws {Refusal} organisations.refusals.identity_verified, number_verified */
    async describe(this: Organisation, values: OrganisationValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const { status } = await trx.from('organisations').where('id', this.id).forUpdate().select('status').firstOrFail()
        const field = IDENTITY.find((one) => values[one] !== this[one])
        if (field && SEALED.has(status)) throw new Refusal('organisations.refusals.identity_verified', {}, { status: 422, field })
        await this.correct(values, { ...act, trx })
      })
    }

    /** The same by a moderator, who may change its identity. @throws {Refusal} organisations.refusals.number_verified */
    async correct(this: Organisation, values: OrganisationValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const changed = Object.keys(this.merge(values).$dirty)
        if (changed.length === 0) return
        await this.useTransaction(trx).save().catch(refuseNumber)
        await this.track(trx, act, 'accounts.organisation.described', { changed })
        await signal(trx, [this.channel, 'organisations'])
      })
    }
  }
}
