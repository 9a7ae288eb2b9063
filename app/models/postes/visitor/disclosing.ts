import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { type Act, within } from '#models/mixins/act'
import type Visitor from '#models/postes/visitor'
import { type Disclosure, heldOf } from '#models/postes/visitor_data'

/** The right of access: all that is held of somebody, for them. */
export function Disclosing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Whoever takes it is written down; so is the number of a document, where one is kept. */
    async disclose(this: Visitor, act: Act): Promise<Disclosure> {
      return within(act, async (trx) => {
        const own = { ...act, trx }
        await this.track(trx, act, 'postes.visitor.exported')
        const number = this.identityNumber && this.site.keepsNumbers ? await this.readNumber(own) : null
        return heldOf(this, number, own)
      })
    }
  }
}
