import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { lockStands } from '#models/fair/floor'
import { settle } from '#models/fair/settle'
import { uniqueOr } from '#models/mixins/uniqueness'
import type Stand from '#models/fair/stand'
import { type Act, within } from '#models/mixins/act'

export interface StandValues {
  name: string
  slots: number
  queueLimit: number | null
  /** where it is in the hall */
  place?: string | null
  organisationId?: number | null
}

/** What an organiser decides of a stand. */
export function Configuring<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Lowering the slots keeps whoever is inside: nobody is called until there is room again.
     * @throws {Refusal} fair.refusals.stand_name_taken
     */
    async configure(this: Stand, values: StandValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const [stand] = await lockStands(trx, [this.id])
        const before = { name: stand.name, slots: stand.slots, queueLimit: stand.queueLimit }
        await uniqueOr(stand.merge(values).save(), 'fair.refusals.stand_name_taken', 'name')
        await stand.track(trx, act, 'fair.stand.configured', { before, after: values })
        await settle(trx, act, { fairId: stand.fairId, stands: [stand.id], fairChanged: true })
      })
    }
  }
}
