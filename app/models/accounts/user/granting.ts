import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import Role, { type RoleName } from '#models/accounts/role'
import type User from '#models/accounts/user'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'

interface Scope {
  role: RoleName
  fairId?: number
  siteId?: number
}

/** Rights given to a user and taken back. */
export function Granting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Granting twice is granting once. */
    async grant(this: User, { role, fairId, siteId }: Scope, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const row = {
          user_id: this.id,
          role,
          fair_id: fairId ?? null,
          site_id: siteId ?? null,
          granted_at: act.at.toJSDate(),
          granted_by: authorOf(act.by),
        }
        const created = await trx.knexQuery().insert(row).into('roles').onConflict().ignore().returning('id')
        if (created.length > 0) await this.track(trx, act, 'accounts.role.granted', { role, fairId, siteId })
      })
    }

    /** Pages that the right had opened are asked again who watches them. */
    async revoke(this: User, { role, fairId, siteId }: Scope, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const revoked = await Role.query({ client: trx })
          .where({ user_id: this.id, role, fair_id: fairId ?? null, site_id: siteId ?? null })
          .whereNull('revoked_at')
          .update({ revoked_at: act.at.toJSDate(), revoked_by: authorOf(act.by) })
        if (!Number(revoked)) return
        await this.track(trx, act, 'accounts.role.revoked', { role, fairId, siteId })
        await endStreams(trx, { user: this.id })
      })
    }
  }
}
