import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Membership from '#models/accounts/membership'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams, signal } from '#models/mixins/live'
import { withdrawNews } from '#models/mixins/notifying'

/** Who owns an organisation, and who leaves it. It never remains without an owner. */
export function Owning<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Several may own it.
     * @throws {Refusal} organisations.refusals.not_member
     */
    async makeOwner(this: Membership, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const row = await locked(this, trx)
        if (!row.isAccepted) throw new Refusal('organisations.refusals.not_member')
        if (row.isOwner) return
        await row.merge({ role: 'owner' }).save()
        await this.track(trx, act, 'accounts.membership.ownership_given', { organisationId: this.organisationId })
        await this.tellDecision(trx, act, 'owner')
      })
    }

    /** @throws {Refusal} organisations.refusals.last_owner */
    async makeMember(this: Membership, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const row = await locked(this, trx)
        if (!row.isOwner) return
        await refuseLastOwner(this, trx)
        await row.merge({ role: 'member' }).save()
        await this.track(trx, act, 'accounts.membership.ownership_taken', { organisationId: this.organisationId })
        await signal(trx, [`organisations/${this.organisationId}`, `users/${this.userId}`])
      })
    }

    /**
     * Leaves, is removed, or withdraws a request: the pages that the place had opened close at once.
     * @throws {Refusal} organisations.refusals.last_owner
     */
    async end(this: Membership, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const row = await locked(this, trx)
        if (row.refusedAt || row.leftAt) return
        if (row.isOwner) await refuseLastOwner(this, trx)
        await row.merge({ leftAt: act.at, leftBy: authorOf(act.by) }).save()
        await this.track(trx, act, 'accounts.membership.ended', { organisationId: this.organisationId })
        await withdrawNews(trx, act, [`membership:${this.id}`])
        if (act.by.id !== this.userId) await this.tellDecision(trx, act, 'ended')
        await signal(trx, [`organisations/${this.organisationId}`, `users/${this.userId}`])
        await endStreams(trx, { user: this.userId })
      })
    }
  }
}

/** The organisation first: two owners who leave at once wait for each other. */
async function locked(membership: Membership, trx: TransactionClientContract): Promise<Membership> {
  await trx.rawQuery('select 1 from organisations where id = ? for no key update', [membership.organisationId])
  const model = membership.constructor as typeof Membership
  return model.query({ client: trx }).where('id', membership.id).forUpdate().firstOrFail()
}

async function refuseLastOwner(membership: Membership, trx: TransactionClientContract) {
  const other = await trx
    .from('memberships')
    .where({ organisation_id: membership.organisationId, role: 'owner' })
    .whereNot('id', membership.id)
    .whereNotNull('accepted_at')
    .whereNull('left_at')
    .first()
  if (!other) throw new Refusal('organisations.refusals.last_owner')
}
