import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { write } from '#models/accounts/correspondence'
import DeletionRequest from '#models/accounts/deletion_request'
import type User from '#models/accounts/user'
import { type Act, authorOf, within } from '#models/mixins/act'

/** Asking that the account be deleted, and changing one's mind. */
export function Leaving<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Asking twice is asking once. */
    async askDeletion(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const row = { user_id: this.id, asked_at: act.at.toJSDate(), asked_by: authorOf(act.by) }
        const [asked] = await trx.knexQuery().insert(row).into('deletion_requests').onConflict().ignore().returning('id')
        if (!asked) return
        await this.track(trx, act, 'accounts.user.deletion_asked')
        await write(trx, act, this, 'deletion_asked')
      })
    }

    async cancelDeletion(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const cancelled = await DeletionRequest.query({ client: trx })
          .where('user_id', this.id)
          .whereNull('cancelled_at')
          .update({ cancelled_at: act.at.toJSDate(), cancelled_by: authorOf(act.by) })
        if (Number(cancelled)) await this.track(trx, act, 'accounts.user.deletion_cancelled')
      })
    }

    /** The request that stands, if any. */
    async deletionRequest(this: User): Promise<DeletionRequest | null> {
      return DeletionRequest.query().where('user_id', this.id).whereNull('cancelled_at').first()
    }
  }
}
