import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import Membership from '#models/accounts/membership'
import type User from '#models/accounts/user'

/** The organisations that somebody speaks for. */
export function Belonging<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Accepted there, and still: whether the organisation itself may do anything is its own status. */
    async worksFor(this: User, organisation: { id: number }): Promise<boolean> {
      const place = await Membership.query()
        .where({ user_id: this.id, organisation_id: organisation.id })
        .withScopes((scopes) => scopes.current())
        .first()
      return place !== null
    }
  }
}
