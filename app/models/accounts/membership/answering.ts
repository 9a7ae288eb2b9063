import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type Membership from '#models/accounts/membership'
import { type Act, authorOf, within } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'

/** Yes or no to somebody who asks to join. */
export function Answering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Accepting twice is accepting once.
     * @throws {Refusal} organisations.refusals.request_over
     */
    async accept(this: Membership, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const answered = await answer(this, trx, { accepted_at: act.at.toJSDate(), accepted_by: authorOf(act.by) })
        if (!answered) return refuseUnless(this, trx, 'accepted_at')
        await this.track(trx, act, 'accounts.membership.accepted', { organisationId: this.organisationId })
        await tell(this, trx, act, 'accepted')
      })
    }

    /**
     * @param reason what the person is told
     * @throws {Refusal} organisations.refusals.request_over
     */
    async refuse(this: Membership, reason: string, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const refused = { refused_at: act.at.toJSDate(), refused_by: authorOf(act.by), refusal_reason: reason }
        if (!(await answer(this, trx, refused))) return refuseUnless(this, trx, 'refused_at')
        await this.track(trx, act, 'accounts.membership.refused', { organisationId: this.organisationId })
        await tell(this, trx, act, 'refused', reason)
      })
    }
  }
}

/** The condition is in the update: of two who answer at once, the database lets one. */
async function answer(membership: Membership, trx: TransactionClientContract, values: Record<string, unknown>) {
  const changed = await trx
    .from('memberships')
    .where('id', membership.id)
    .whereNull('accepted_at')
    .whereNull('refused_at')
    .whereNull('left_at')
    .update(values)
  return Number(changed) > 0
}

async function refuseUnless(membership: Membership, trx: TransactionClientContract, done: 'accepted_at' | 'refused_at') {
  const row = await trx.from('memberships').where('id', membership.id).firstOrFail()
  if (row[done] && !row.left_at) return
  const answer = row.left_at ? 'left' : row.accepted_at ? 'accepted' : 'refused'
  throw new Refusal('organisations.refusals.request_over', { answer })
}

/** The person learns the answer; the owners who had not read the request need not any more. */
async function tell(membership: Membership, trx: TransactionClientContract, act: Act, decision: 'accepted' | 'refused', reason = '') {
  await withdrawNews(trx, act, [`membership:${membership.id}`])
  await membership.tellDecision(trx, act, decision, reason)
}
