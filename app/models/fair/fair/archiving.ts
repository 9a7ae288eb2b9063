import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Fair from '#models/fair/fair'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

/** A fair that is put away: nobody finds it in a list, and nothing of it changes until it is taken out again. */
export function Archiving<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Archiving twice is archiving once. @throws {Refusal} fair.refusals.archive_open */
    async archive(this: Fair, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const { archived_at } = await hold(trx, this.id)
        if (archived_at) return
        const open = await this.related('openings').query().useTransaction(trx).whereNull('ended_at').first()
        if (open) throw new Refusal('fair.refusals.archive_open', { fair: this.name })
        await this.#keep(trx, { archivedAt: act.at, archivedBy: authorOf(act.by) })
        await this.track(trx, act, 'fair.fair.archived')
      })
    }

    async unarchive(this: Fair, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const { archived_at } = await hold(trx, this.id)
        if (!archived_at) return
        await this.#keep(trx, { archivedAt: null, archivedBy: null })
        await this.track(trx, act, 'fair.fair.unarchived')
      })
    }

    /**
     * @param runs whether they could take it out of the archives
     * @throws {Refusal} fair.refusals.archived, put_away
     */
    refuseWhenArchived(this: Fair, runs = true): void {
      if (this.archivedAt) throw new Refusal(runs ? 'fair.refusals.archived' : 'fair.refusals.put_away', { fair: this.name })
    }

    async #keep(this: Fair, trx: TransactionClientContract, values: Pick<Fair, 'archivedAt' | 'archivedBy'>) {
      await this.useTransaction(trx).merge(values).save()
      await signal(trx, [`fairs/${this.id}`, `fairs/${this.id}/control`])
    }
  }
}

/** Whoever opens it, and whoever puts it away, wait for each other. */
async function hold(trx: TransactionClientContract, id: number): Promise<{ archived_at: Date | null }> {
  const { rows } = await trx.rawQuery('select archived_at from fairs where id = ? for no key update', [id])
  return rows[0]
}
