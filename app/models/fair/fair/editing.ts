import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import type Fair from '#models/fair/fair'
import type { StandValues } from '#models/fair/stand/configuring'
import Stand from '#models/fair/stand'
import { linkExpiry } from '#models/fair/stand/linking'
import { uniqueOr } from '#models/mixins/uniqueness'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { settings } from '#services/settings'
import { inBatches } from '#models/mixins/paging'

export interface FairValues {
  name: string
  place: string
  startsAt: DateTime
  endsAt: DateTime
}

/** Making a fair and its stands. */
export function Editing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The links of the stands follow the fair's end. */
    async reschedule(this: Fair, values: FairValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await this.useTransaction(trx).merge(values).save()
        const stands = trx.from('stands').where('fair_id', this.id).select('id')
        await trx
          .from('secret_links')
          .whereIn('stand_id', stands)
          .whereNull('revoked_at')
          .update({ expires_at: linkExpiry(values.endsAt.toJSDate()).toJSDate() })
        await this.track(trx, act, 'fair.fair.rescheduled', { name: values.name, place: values.place })
        await signal(trx, [`fairs/${this.id}`, `fairs/${this.id}/control`])
      })
    }

    /** @throws {Refusal} fair.refusals.stand_name_taken */
    async addStand(this: Fair, values: Partial<StandValues> & { name: string }, act: Act): Promise<Stand> {
      return within(act, async (trx) => {
        await trx.from('fairs').where('id', this.id).forShare().select('id')
        const slots = values.slots ?? settings().fair.defaultSlots
        const create = Stand.create({ fairId: this.id, queueLimit: null, ...values, slots }, { client: trx })
        const stand = await uniqueOr(create, 'fair.refusals.stand_name_taken', 'name')
        await stand.refresh()
        await stand.track(trx, act, 'fair.stand.added', { name: stand.name, slots, queueLimit: stand.queueLimit })
        await stand.regenerateLink(this, { ...act, trx })
        await signal(trx, [`fairs/${this.id}`, `fairs/${this.id}/control`])
        return stand
      })
    }

    /** What was decided of every stand, in the order of their creation. */
    allStands(this: Fair): AsyncGenerator<StandValues & { id: number }> {
      return inBatches((after, size) =>
        this.related('stands')
          .query()
          .where('id', '>', after)
          .orderBy('id')
          .limit(size)
          .select('id', 'name', 'slots', 'queue_limit as queueLimit')
          .pojo<StandValues & { id: number }>()
      )
    }
  }
}
