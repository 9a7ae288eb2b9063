import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import hash from '@adonisjs/core/services/hash'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { write } from '#models/accounts/correspondence'
import { lockUser, revokeChanges, revokeLinks } from '#models/accounts/mailed_link'
import type User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'

/** What an account is entered with. */
export function Securing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async hasPassword(this: User, password: string): Promise<boolean> {
      return hash.verify(this.password, password)
    }

    /** @param except the sign-in of the browser that asks: the others end */
    async changePassword(this: User, password: string, except: number, act: Act): Promise<void> {
      const hashed = await hash.make(password)
      await within(act, async (trx) => {
        const user = await lockUser(trx, this.id)
        await user.setPassword(hashed, 'accounts.user.password_changed', { ...act, trx }, except)
      })
    }

    /**
     * The other browsers are signed out, links that were mailed open nothing more, and the person is told. The user is
     * locked, in the transaction of the act.
     */
    async setPassword(this: User, hashed: string, action: string, act: Act, except?: number): Promise<void> {
      await within(act, async (trx) => {
        await this.merge({ password: hashed }).save()
        await revokeLinks(trx, act, this, 'reset')
        await revokeChanges(trx, act, this)
        await this.endSignIns({ ...act, trx }, { except })
        await this.track(trx, act, action, { password: true })
        await write(trx, act, this, 'password_changed')
      })
    }
  }
}
