import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { freeChannel } from '#models/postes/free_postes'
import Poste from '#models/postes/poste'
import { type PosteValues, takenOr } from '#models/postes/poste/keeping'
import type Site from '#models/postes/site'

/** The postes of a site. */
export function Equipping<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} postes.refusals.name_taken, ip_taken, mac_taken; E_ROW_NOT_FOUND at a site that is retired */
    async addPoste(this: Site, values: PosteValues, act: Act): Promise<Poste> {
      return within(act, async (trx) => {
        await trx.from('sites').where('id', this.id).whereNull('retired_at').forShare().select('id').firstOrFail()
        const poste = await takenOr(trx, this.id, values, () =>
          Poste.create({ ...values, siteId: this.id, createdAt: act.at, createdBy: authorOf(act.by) }, { client: trx })
        )
        await poste.refresh()
        await poste.track(trx, act, 'postes.poste.added', { ...values })
        await signal(trx, [`sites/${this.id}`, freeChannel(this.id)])
        return poste
      })
    }

    /** @throws {Refusal} postes.refusals.poste_unknown */
    async posteToInstall(this: Site, id: number): Promise<Poste> {
      const poste = await this.related('postes').query().where('id', id).whereNull('retired_at').first()
      if (!poste) throw new Refusal('postes.refusals.poste_unknown', {}, { status: 422, field: 'posteId' })
      return poste
    }
  }
}
