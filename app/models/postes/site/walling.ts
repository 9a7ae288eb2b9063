import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import SecretLink from '#models/accounts/secret_link'
import { type Act, within } from '#models/mixins/act'
import type Site from '#models/postes/site'

/** The link of a screen that hangs there for years is made anew once a year at least. */
const LINK_DAYS = 366

/** The screen that calls those who wait, which a secret link opens without an account. */
export function Walling<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async wallLink(this: Site): Promise<SecretLink | null> {
      return SecretLink.currentOf({ siteId: this.id })
    }

    /** A first or a new link; the screens that the previous one had opened end at once. */
    async regenerateWallLink(this: Site, act: Act): Promise<SecretLink> {
      return within(act, async (trx) => {
        // Held so that nobody else gives it a link.
        const held = trx.from('sites').where('id', this.id).select('id')
        held.knexQuery.forNoKeyUpdate()
        await held
        return SecretLink.issueFor({ siteId: this.id }, act.at.plus({ days: LINK_DAYS }), { ...act, trx })
      })
    }
  }
}
