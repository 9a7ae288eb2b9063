import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { write, writeWithLink } from '#models/accounts/correspondence'
import { lockUser, revokeChanges } from '#models/accounts/mailed_link'
import SecretLink from '#models/accounts/secret_link'
import User, { isSameAddress } from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'

/** Showing that an address is one's own: that of the account, or the one that is to replace it. */
export function Proving<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @returns false when the address is proved already, or enough was mailed this hour */
    async sendVerification(this: User, act: Act): Promise<boolean> {
      return within(act, async (trx) => {
        const user = await lockUser(trx, this.id)
        return !user.isVerified && writeWithLink(trx, act, user, 'verification', { purpose: 'verification', email: user.email })
      })
    }

    /**
     * The same, for the person themselves: nothing more is sent when the address is proved.
     * @throws {Refusal} accounts.refusals.too_many_letters
     */
    async resendVerification(this: User, act: Act): Promise<void> {
      if (!this.isVerified && !(await this.sendVerification(act))) throw tooManyLetters()
    }

    /** Somebody, perhaps this person, asked for an account with an address that has one. */
    async remind(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await writeWithLink(trx, act, await lockUser(trx, this.id), 'already_registered', { purpose: 'reset' })
      })
    }

    /**
     * The address changes when the mail sent to it is answered; the present one is told, if it is known to be theirs. One
     * that has an account gets another mail, and nobody sees the difference.
     * @throws {Refusal} accounts.refusals.email_same, accounts.refusals.too_many_letters
     */
    async askEmail(this: User, email: string, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const user = await lockUser(trx, this.id)
        if (isSameAddress(email, user.email)) throw new Refusal('accounts.refusals.email_same', {}, { status: 422, field: 'email' })
        const owner = await User.byEmail(email).useTransaction(trx).first()
        const asked = await writeWithLink(trx, act, user, 'email_change', { purpose: 'verification', email, sent: !owner })
        if (!asked) throw tooManyLetters()
        await owner?.remind({ ...act, trx })
        if (user.isVerified) await write(trx, act, user, 'email_change_notice')
        await user.track(trx, act, 'accounts.user.email_asked', { email: true })
      })
    }

    /** The address stays as it is. */
    async keepEmail(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => revokeChanges(trx, act, await lockUser(trx, this.id)))
    }

    /** The address that waits for its mail to be answered, if any. */
    async pendingEmail(this: User, at: DateTime): Promise<string | null> {
      const link = await SecretLink.query()
        .where({ user_id: this.id, purpose: 'verification' })
        .whereNull('revoked_at')
        .whereNull('used_at')
        .where('expires_at', '>', at.toJSDate())
        .first()
      return link && !isSameAddress(link.email!, this.email) ? link.email : null
    }
  }
}

function tooManyLetters() {
  return new Refusal('accounts.refusals.too_many_letters', {}, { status: 429, retryAfter: 3600 })
}
