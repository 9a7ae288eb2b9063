import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#models/accounts/user'
import { keepAnAdmin } from '#models/accounts/user/granting'
import UserBlock from '#models/accounts/user_block'
import { type Act, authorOf, within } from '#models/mixins/act'

/** Keeping somebody out, for a time that a person ends. */
export function Blocking<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async isBlocked(this: User, trx?: TransactionClientContract): Promise<boolean> {
      return (await UserBlock.query({ client: trx }).where('user_id', this.id).whereNull('ended_at').first()) !== null
    }

    /**
     * They are signed out everywhere, at once. Blocking twice is blocking once.
     * @throws {Refusal} accounts.refusals.last_admin
     */
    async block(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await keepAnAdmin(trx, this.id)
        const row = { user_id: this.id, started_at: act.at.toJSDate(), started_by: authorOf(act.by) }
        const created = await trx.knexQuery().insert(row).into('user_blocks').onConflict().ignore().returning('id')
        if (created.length === 0) return
        await this.track(trx, act, 'accounts.user.blocked')
        await this.endSignIns({ ...act, trx })
      })
    }

    async unblock(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const ended = await UserBlock.query({ client: trx })
          .where('user_id', this.id)
          .whereNull('ended_at')
          .update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) })
        if (Number(ended)) await this.track(trx, act, 'accounts.user.unblocked')
      })
    }
  }
}
