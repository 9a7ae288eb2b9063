import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import Role, { STAFF } from '#models/accounts/role'
import SignIn, { ABSOLUTE } from '#models/accounts/sign_in'
import type User from '#models/accounts/user'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams } from '#models/mixins/live'
import { notify } from '#models/mixins/notifying'
import { PAGE_SIZE, pageOf } from '#models/mixins/paging'
import { audit } from '#models/mixins/tracked'

/** How long a person still sees where they have been (days). */
const SHOWN = 30

/** How long it is news that a device came in (days). */
const NEWS = 7

/** The browsers in which a user is, or was, known. */
export function SigningIn<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Ends them all, or all but one: the person changes their password, is blocked, or wants it. */
    async endSignIns(this: User, act: Act, { except }: { except?: number } = {}): Promise<void> {
      await within(act, async (trx) => {
        const query = SignIn.query({ client: trx }).where('user_id', this.id).whereNull('ended_at')
        if (except) query.whereNot('id', except)
        const ended = (await query.update({ ended_at: act.at.toJSDate(), ended_by: authorOf(act.by) }, ['id'])) as { id: number }[]
        for (const { id } of ended) await endStreams(trx, { signIn: id })
        const lines = ended.map(({ id }) => ({ action: 'accounts.sign_in.ended', object: { type: 'sign_in', id } }))
        await audit(trx, act, lines)
      })
    }

    /** Where they are known now, the last seen first. */
    async openSignIns(this: User, at: DateTime): Promise<SignIn[]> {
      return this.related('signIns')
        .query()
        .whereRaw(...SignIn.alive(at))
        .orderBy('last_seen_at', 'desc')
    }

    /** Where they were known in the last thirty days. */
    async pastSignIns(this: User, at: DateTime, page: number) {
      const [sql, bindings] = SignIn.alive(at)
      const past = () =>
        this.related('signIns')
          .query()
          .whereRaw(`not (${sql})`, bindings)
          .where('last_seen_at', '>', at.minus({ days: SHOWN }).toJSDate())
      const rows = await past()
        .orderBy([
          { column: 'last_seen_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
      const [{ $extras }] = await past().count('* as total')
      return pageOf(rows, Number($extras.total), page)
    }

    /** Staff are not remembered: whoever becomes one keeps a sign-in like theirs. */
    async unremember(this: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const until = act.at.plus(ABSOLUTE).toJSDate()
        await SignIn.query({ client: trx })
          .where({ user_id: this.id, remembered: true })
          .whereNull('ended_at')
          .update({ remembered: false, expires_at: trx.raw('least(expires_at, ?)', [until]) })
      })
    }

    async isStaff(this: User, trx?: TransactionClientContract): Promise<boolean> {
      const role = await Role.query({ client: trx }).where('user_id', this.id).whereNull('revoked_at').whereIn('role', STAFF).first()
      return role !== null
    }

    /** The person is told of a device that the account was never entered from, unless it is the first of all. */
    async tellNewDevice(this: User, signIn: SignIn, act: Act): Promise<void> {
      const { trx, at } = act
      const earlier = () => SignIn.query({ client: trx }).where('user_id', this.id).whereNot('id', signIn.id)
      if (!(await earlier().first()) || (await earlier().where('device', signIn.device!).first())) return
      const { browser, system } = signIn.described
      const news = { kind: 'accounts.new_device' as const, params: { known: browser ? 'yes' : 'no', browser, system } }
      await notify(trx!, act, [
        { ...news, userId: this.id, path: '/compte/sign-ins', about: `sign_in:${signIn.id}`, expiresAt: at.plus({ days: NEWS }) },
      ])
    }
  }
}
