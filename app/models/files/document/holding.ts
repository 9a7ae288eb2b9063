import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import Membership from '#models/accounts/membership'
import type Document from '#models/files/document'

/** Whose a document is: a person's, or that of the members of an organisation. */
export function Holding<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async isHeldBy(this: Document, userId: number) {
      return this.userId === userId || (await this.#membership(userId)) !== null
    }

    /** Of an organisation's documents, its owners decide. */
    async isManagedBy(this: Document, userId: number) {
      return this.userId === userId || (await this.#membership(userId))?.role === 'owner'
    }

    async #membership(this: Document, userId: number) {
      if (!this.organisationId) return null
      return Membership.query()
        .where({ organisation_id: this.organisationId, user_id: userId })
        .withScopes((scopes) => scopes.current())
        .first()
    }
  }
}
