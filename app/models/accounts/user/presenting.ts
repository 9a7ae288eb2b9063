import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { uniqueOr } from '#models/mixins/uniqueness'

export interface Profile {
  givenName: string
  familyName: string
  /** E.164 */
  phone: string | null
  /** in lower case */
  username: string | null
  linkedinUrl: string | null
  visibility: 'public' | 'recruiters' | 'private'
}

/** What a person says of themselves. */
export function Presenting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} accounts.refusals.username_taken */
    async present(this: User, profile: Partial<Profile>, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const user = this.useTransaction(trx).merge(profile)
        const changes = Object.fromEntries(Object.keys(user.$dirty).map((field) => [field, true]))
        if (Object.keys(changes).length === 0) return
        await uniqueOr(user.save(), 'accounts.refusals.username_taken', 'username')
        await user.track(trx, act, 'accounts.user.profile_changed', changes)
      })
    }
  }
}
