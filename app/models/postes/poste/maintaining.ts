import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { freeChannel } from '#models/postes/free_postes'
import type Poste from '#models/postes/poste'
import PosteMaintenance from '#models/postes/poste_maintenance'

/** A poste that is not lent for a while. */
export function Maintaining<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Twice is once.
     * @throws {Refusal} postes.refusals.poste_taken
     */
    async maintain(this: Poste, reason: string | null, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await trx.from('postes').where('id', this.id).forUpdate().select('id')
        if (await trx.from('poste_sessions').where('poste_id', this.id).whereNull('ended_at').first())
          throw new Refusal('postes.refusals.poste_taken', { poste: this.name })
        if (await trx.from('poste_maintenances').where('poste_id', this.id).whereNull('ended_at').first()) return
        await PosteMaintenance.create({ posteId: this.id, reason, startedAt: act.at, startedBy: authorOf(act.by) }, { client: trx })
        await this.track(trx, act, 'postes.poste.maintained')
        await signal(trx, [`sites/${this.siteId}`, freeChannel(this.siteId), this.channel])
      })
    }

    async endMaintenance(this: Poste, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const ended = await trx
          .from('poste_maintenances')
          .where('poste_id', this.id)
          .whereNull('ended_at')
          .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) })
        if (!Number(ended)) return
        await this.track(trx, act, 'postes.poste.maintenance_ended')
        await signal(trx, [`sites/${this.siteId}`, freeChannel(this.siteId), this.channel])
      })
    }
  }
}
