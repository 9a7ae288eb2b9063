import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import Role, { type Grant, type RoleName, STAFF } from '#models/accounts/role'
import type User from '#models/accounts/user'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'

interface Scope {
  role: RoleName
  fairId?: number | null
  siteId?: number | null
}

/** Rights given to a user and taken back. */
export function Granting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** What they hold now. */
    async heldGrants(this: User): Promise<Grant[]> {
      const roles = await this.related('roles').query().whereNull('revoked_at')
      return roles.map(({ role, fairId, siteId }) => ({ role: role as RoleName, fairId, siteId }))
    }

    /**
     * Granting twice is granting once.
     * @throws {Refusal} accounts.refusals.scope, accounts.refusals.site_scope
     */
    async grant(this: User, { role, fairId, siteId }: Scope, act: Act): Promise<void> {
      await within(act, async (trx) => {
        if (fairId && !(role === 'organiser' && (await trx.from('fairs').where('id', fairId).first())))
          throw new Refusal('accounts.refusals.scope', {}, { status: 422, field: 'fairId' })
        if (siteId && !(role === 'operator' && (await trx.from('sites').where('id', siteId).whereNull('retired_at').first())))
          throw new Refusal('accounts.refusals.site_scope', {}, { status: 422, field: 'siteId' })
        const row = {
          user_id: this.id,
          role,
          fair_id: fairId ?? null,
          site_id: siteId ?? null,
          granted_at: act.at.toJSDate(),
          granted_by: authorOf(act.by),
        }
        const created = await trx.knexQuery().insert(row).into('roles').onConflict().ignore().returning('id')
        if (created.length === 0) return
        await this.track(trx, act, 'accounts.role.granted', { role, fairId, siteId })
        if (STAFF.some((staff) => staff === role)) await this.unremember({ ...act, trx })
        if (role === 'admin') await closeFirstRun(trx, act)
      })
    }

    /**
     * Pages that the right had opened are asked again who watches them.
     * @throws {Refusal} accounts.refusals.last_admin
     */
    async revoke(this: User, { role, fairId, siteId }: Scope, act: Act): Promise<void> {
      await within(act, async (trx) => {
        if (role === 'admin') await keepAnAdmin(trx, this.id)
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

/**
 * Somebody must be left who can give rights. The rows of all administrators are locked: of two who take the right from
 * each other at once, the second finds themselves alone.
 * @param leaving who is about to lose it
 * @throws {Refusal} accounts.refusals.last_admin
 */
export async function keepAnAdmin(trx: TransactionClientContract, leaving: number) {
  const admins = await Role.query({ client: trx }).where('role', 'admin').whereNull('revoked_at').orderBy('id').forUpdate()
  if (!admins.some(({ userId }) => userId === leaving)) return
  const others = admins.filter(({ userId }) => userId !== leaving).map(({ userId }) => userId)
  const blocked = await trx.from('user_blocks').whereIn('user_id', others).whereNull('ended_at').select('user_id')
  if (blocked.length === others.length) throw new Refusal('accounts.refusals.last_admin')
}

/** There is an administrator now: the link of the console opens nothing more. */
async function closeFirstRun(trx: TransactionClientContract, { at, by }: Act) {
  await trx
    .from('secret_links')
    .where('purpose', 'first_run')
    .whereNull('revoked_at')
    .update({ revoked_at: at.toJSDate(), revoked_by: authorOf(by) })
}
