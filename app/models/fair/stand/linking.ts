import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'
import SecretLink from '#models/accounts/secret_link'
import type Fair from '#models/fair/fair'
import { lockStand } from '#models/fair/floor'
import type Stand from '#models/fair/stand'
import { type Act, within } from '#models/mixins/act'
import { settings } from '#services/settings'

/** The secret link by which the company comes in, without an account. */
export function Linking<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async link(this: Stand): Promise<SecretLink | null> {
      return SecretLink.currentOf(this.id)
    }

    /** A new link; what the previous one had opened ends at once. */
    async regenerateLink(this: Stand, fair: Fair, act: Act): Promise<SecretLink> {
      return within(act, async (trx) => {
        // With the fair and the stand held, nobody else gives it a link or moves the end that the link follows.
        const { ends_at } = await trx.from('fairs').where('id', fair.id).forShare().select('ends_at').firstOrFail()
        await lockStand(trx, this.id)
        return SecretLink.issue(this.id, linkExpiry(ends_at), { ...act, trx })
      })
    }
  }
}

/** A link works until a day after the fair's end. */
export function linkExpiry(endsAt: Date) {
  return DateTime.fromJSDate(endsAt).plus({ hours: settings().fair.linkGraceHours })
}
