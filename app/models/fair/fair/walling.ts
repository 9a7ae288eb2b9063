import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import SecretLink from '#models/accounts/secret_link'
import type Fair from '#models/fair/fair'
import { linkExpiry } from '#models/fair/stand/linking'
import { type Act, within } from '#models/mixins/act'

/** The screen in the hall, which a secret link opens without an account. */
export function Walling<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async wallLink(this: Fair): Promise<SecretLink | null> {
      return SecretLink.currentOf({ fairId: this.id })
    }

    /** A first or a new link; the screens that the previous one had opened end at once. */
    async regenerateWallLink(this: Fair, act: Act): Promise<SecretLink> {
      return within(act, async (trx) => {
        // Held so that nobody else gives it a link, or moves the end that the link follows.
        const held = trx.from('fairs').where('id', this.id).select('ends_at')
        held.knexQuery.forNoKeyUpdate()
        const { ends_at } = await held.firstOrFail()
        return SecretLink.issueFor({ fairId: this.id }, linkExpiry(ends_at), { ...act, trx })
      })
    }
  }
}
