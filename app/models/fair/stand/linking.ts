import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { fairConfig } from '#config/fair'
import SecretLink from '#models/accounts/secret_link'
import type Fair from '#models/fair/fair'
import type Stand from '#models/fair/stand'
import type { Act } from '#models/mixins/act'

/** The secret link by which the company comes in, without an account. */
export function Linking<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async link(this: Stand): Promise<SecretLink | null> {
      return SecretLink.currentOf(this.id)
    }

    /** A new link; what the previous one had opened ends at once. */
    async regenerateLink(this: Stand, fair: Fair, act: Act): Promise<SecretLink> {
      return SecretLink.issue(this.id, linkExpiry(fair), act)
    }
  }
}

/** A link works until a day after the fair's end. */
export function linkExpiry(fair: Pick<Fair, 'endsAt'>) {
  return fair.endsAt.plus({ hours: fairConfig.linkGraceHours })
}
