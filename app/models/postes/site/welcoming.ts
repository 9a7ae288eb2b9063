import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { type Act, authorOf, within } from '#models/mixins/act'
import type Site from '#models/postes/site'
import Visitor from '#models/postes/visitor'

/** Visitors without a name. */
export function Welcoming<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** "Invité 0427": the next number of the site, which nobody else ever has. */
    async welcomeGuest(this: Site, act: Act): Promise<Visitor> {
      return within(act, async (trx) => {
        const { rows } = await trx.rawQuery(
          'update sites set next_guest = next_guest + 1 where id = ? returning next_guest - 1 as number',
          [this.id]
        )
        const visitor = await Visitor.create(
          { siteId: this.id, guestNumber: rows[0].number, createdAt: act.at, createdBy: authorOf(act.by) },
          { client: trx }
        )
        await visitor.track(trx, act, 'postes.visitor.welcomed', { guest: rows[0].number })
        return visitor
      })
    }
  }
}
