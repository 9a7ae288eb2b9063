import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import Poste from '#models/postes/poste'
import { cancelAll } from '#models/postes/reservation/cancelling'
import { holdOpenings } from '#models/postes/site/holding'
import type Site from '#models/postes/site'

/** The end of a site. */
export function Retiring<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Its postes go with it, and with them their names, their addresses and their stations; what happened there is kept.
     * @throws {Refusal} sites.refusals.live, postes.refusals.poste_taken for a session that begins meanwhile
     */
    async retire(this: Site, act: Act): Promise<void> {
      await within(act, async (trx) => {
        // No poste is added meanwhile. Whoever gives a code holds its poste, then what refers to the site, then the place in the line.
        await holdOpenings(trx, this.id)
        await refuseLive(trx, this.id)
        const postes = await Poste.query({ client: trx }).where('site_id', this.id).whereNull('retired_at').orderBy('id').forUpdate()
        await trx
          .from('tickets')
          .where('site_id', this.id)
          .whereNull('closed_at')
          .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'cancelled' })
        await cancelAll(trx, act, 'closing', 'r.site_id = :site', { site: this.id })
        for (const poste of postes) await poste.retire({ ...act, trx })
        await SecretLink.revokeOf({ siteId: this.id }, { ...act, trx })
        await this.useTransaction(trx)
          .merge({ retiredAt: act.at, retiredBy: authorOf(act.by) })
          .save()
        await this.track(trx, act, 'postes.site.retired')
        await signal(trx, [`sites/${this.id}`])
      })
    }
  }
}

async function refuseLive(trx: TransactionClientContract, siteId: number) {
  const live: { name: string }[] = await trx
    .from('poste_sessions as s')
    .join('postes as p', 'p.id', 's.poste_id')
    .where('s.site_id', siteId)
    .whereNull('s.ended_at')
    .orderBy('p.name')
    .select('p.name')
  if (live.length) throw new Refusal('sites.refusals.live', { count: live.length, poste: live[0].name })
}
