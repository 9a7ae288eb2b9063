import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Fair from '#models/fair/fair'
import { organisationFor } from '#models/fair/hosting'
import type { StandValues } from '#models/fair/stand/configuring'
import Stand from '#models/fair/stand'
import { uniqueOr } from '#models/mixins/uniqueness'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { inBatches } from '#models/mixins/paging'

export type StandLineOut = StandValues & { id: number }

/** No two add stands to one fair at once, by hand or from a file: of one name, the first comes in. Nobody who joins waits for it. */
export async function holdStands(trx: TransactionClientContract, fairId: number) {
  await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`fairs/${fairId}/stands`])
}

/** The stands of a fair. */
export function Furnishing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * With its secret link, and with the slots of the fair's new stands unless told.
     * @throws {Refusal} fair.refusals.stand_name_taken, organisation_unknown
     */
    async addStand(this: Fair, { organisation, ...values }: Partial<StandValues> & { name: string }, act: Act): Promise<Stand> {
      return within(act, async (trx) => {
        await holdStands(trx, this.id)
        const fair = await trx.from('fairs').where('id', this.id).forShare().select('default_slots').firstOrFail()
        const host = organisation ? { organisationId: await organisationFor(trx, organisation) } : {}
        const create = Stand.create(
          { queueLimit: null, ...values, ...host, fairId: this.id, slots: values.slots ?? fair.default_slots },
          { client: trx }
        )
        const stand = await uniqueOr(create, 'fair.refusals.stand_name_taken', 'name')
        await stand.refresh()
        await stand.track(trx, act, 'fair.stand.added', { name: stand.name, slots: stand.slots, queueLimit: stand.queueLimit })
        await stand.regenerateLink(this, { ...act, trx })
        await signal(trx, [`fairs/${this.id}`, `fairs/${this.id}/control`])
        return stand
      })
    }

    /** What was decided of every stand, in the order of their creation. */
    allStands(this: Fair): AsyncGenerator<StandLineOut> {
      return inBatches((after, size) =>
        this.related('stands')
          .query()
          .joinRaw('left join organisations on organisations.id = stands.organisation_id')
          .where('stands.id', '>', after)
          .orderBy('stands.id')
          .limit(size)
          .select('stands.id', 'stands.name', 'slots', 'queue_limit as queueLimit', 'place', 'organisations.name as organisation')
          .pojo<StandLineOut>()
      )
    }
  }
}
