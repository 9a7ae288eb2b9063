import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import type Visitor from '#models/postes/visitor'
import { lockVisitor } from '#models/postes/visitor/holding'
import VisitorConsent from '#models/postes/visitor_consent'

/** Whether somebody agreed to what is written of them. */
export function Consenting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async hasConsented(this: Visitor, trx?: TransactionClientContract): Promise<boolean> {
      return (await VisitorConsent.query({ client: trx }).where('visitor_id', this.id).whereNull('withdrawn_at').first()) !== null
    }

    /** To this version of the text; to another, the one before is over. Twice is once. */
    async consent(this: Visitor, version: string, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await lockVisitor(trx, this.id)
        const held = await VisitorConsent.query({ client: trx }).where('visitor_id', this.id).whereNull('withdrawn_at').first()
        if (held?.version === version) return
        await held
          ?.useTransaction(trx)
          .merge({ withdrawnAt: act.at, withdrawnBy: authorOf(act.by) })
          .save()
        await VisitorConsent.create({ visitorId: this.id, version, givenAt: act.at, recordedBy: authorOf(act.by) }, { client: trx })
        await this.track(trx, act, 'postes.visitor.consented', { version })
        await signal(trx, [`sites/${this.siteId}`])
      })
    }
  }
}
