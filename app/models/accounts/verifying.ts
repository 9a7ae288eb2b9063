import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { decide } from '#models/accounts/deciding'
import type { Act } from '#models/mixins/act'
import type { Change, Stepped } from '#models/mixins/stepping'

export const STATUSES = ['pending', 'verified', 'refused', 'suspended'] as const
export type Status = (typeof STATUSES)[number]

/** What a decision is called: in the audit, and in what people are told. */
export type Decision = 'submitted' | 'verified' | 'refused' | 'reconsidered' | 'suspended' | 'reinstated'

/** Something that a moderator verifies. */
export interface Verifiable extends Stepped {
  channel: string
  auditObject: { type: string; id: number }
  advance(trx: TransactionClientContract, act: Act, change: Change): Promise<boolean>
  track(trx: TransactionClientContract, act: Act, action: string, changes?: Record<string, unknown>): Promise<void>
  /** whom its decisions concern */
  concerned(trx: TransactionClientContract): Promise<number[]>
  /** what they know it by */
  title(trx: TransactionClientContract): Promise<string>
  /** where it is shown to them, and to the moderators */
  path: string
  adminPath: string
}

/**
 * Verified once, by a moderator. Pending: everything may be prepared, nothing submitted. Refused or suspended: stopped
 * everywhere at once.
 */
export function Verifying<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    get isVerified() {
      return this.$attributes.status === 'verified'
    }

    /** Nothing of it is shown, opened, sent or received. In a query: the column `stopped`. */
    get isStopped() {
      return ['refused', 'suspended'].includes(this.$attributes.status)
    }

    /** Drafts may be written. */
    get mayPrepare() {
      return !this.isStopped
    }

    /** What was prepared may be submitted, opened, sent. */
    get maySubmit() {
      return this.isVerified
    }

    /**
     * For whatever leaves the house in its name: holds the status until the transaction ends, so that a suspension is
     * either before, and this is refused, or after, and sees it.
     * @throws {Refusal} organisations.refusals.not_verified, 403
     */
    async holdVerified(this: Verifiable, trx: TransactionClientContract): Promise<void> {
      const row = await trx
        .from((this.constructor as LucidModel).table)
        .where('id', this.id)
        .forShare()
        .select('status')
        .firstOrFail()
      if (row.status !== 'verified') throw new Refusal('organisations.refusals.not_verified', { status: row.status }, { status: 403 })
    }

    async verify(this: Verifiable, act: Act): Promise<void> {
      await decide(this, act, 'verified', { from: ['pending'], to: 'verified' })
    }

    async refuse(this: Verifiable, reason: string, act: Act): Promise<void> {
      await decide(this, act, 'refused', { from: ['pending'], to: 'refused', reason })
    }

    /** The refusal was a mistake: it waits again, whoever asked for it need do nothing. */
    async reconsider(this: Verifiable, act: Act): Promise<void> {
      await decide(this, act, 'reconsidered', { from: ['refused'], to: 'pending' })
    }

    async suspend(this: Verifiable, reason: string, act: Act): Promise<void> {
      await decide(this, act, 'suspended', { from: ['verified'], to: 'suspended', reason })
    }

    /** The suspension is over. */
    async reinstate(this: Verifiable, act: Act): Promise<void> {
      await decide(this, act, 'reinstated', { from: ['suspended'], to: 'verified' })
    }

    /** Refused, it is shown to the moderators again, with a word about what has changed. */
    async resubmit(this: Verifiable, message: string, act: Act): Promise<void> {
      await decide(this, act, 'submitted', { from: ['refused'], to: 'pending', reason: message })
    }
  }
}
