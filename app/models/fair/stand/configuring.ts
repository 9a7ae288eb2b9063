import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { lockStand } from '#models/fair/floor'
import { organisationFor } from '#models/fair/hosting'
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
  /** whose it is, by its name; as it was when nothing is said */
  organisation?: string | null
  organisationId?: number | null
}

/** What is decided of a stand. */
export function Configuring<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * By an organiser. Lowering the slots keeps whoever is inside: nobody is called until there is room again.
     * @throws {Refusal} fair.refusals.stand_name_taken, organisation_unknown
     */
    async configure(this: Stand, values: StandValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stand = await lockStand(trx, this.id)
        const before = partsOf(stand)
        const save = stand.merge(await resolved(trx, values, stand)).save()
        await uniqueOr(save, 'fair.refusals.stand_name_taken', 'name')
        await stand.track(trx, act, 'fair.stand.configured', { before, after: partsOf(stand) })
        await settle(trx, act, { fairId: stand.fairId, stands: [stand.id], fairChanged: true })
      })
    }

    /** By the stand itself, where the fair lets it. @throws {Refusal} fair.refusals.slots_fixed */
    async setSlots(this: Stand, slots: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const stand = await lockStand(trx, this.id)
        const { stands_set_slots } = await trx.from('fairs').where('id', stand.fairId).select('stands_set_slots').firstOrFail()
        if (!stands_set_slots) throw new Refusal('fair.refusals.slots_fixed', { stand: stand.name })
        const before = stand.slots
        if (before === slots) return
        await stand.merge({ slots }).save()
        await stand.track(trx, act, 'fair.stand.configured', { before: { slots: before }, after: { slots } })
        await settle(trx, act, { fairId: stand.fairId, stands: [stand.id], fairChanged: true })
      })
    }
  }
}

async function resolved(trx: TransactionClientContract, { organisation, ...values }: StandValues, stand: Stand) {
  if (organisation === undefined) return values
  return { ...values, organisationId: organisation === null ? null : await organisationFor(trx, organisation, stand.organisationId) }
}

function partsOf({ name, slots, queueLimit, place, organisationId }: Stand) {
  return { name, slots, queueLimit, place, organisationId }
}
