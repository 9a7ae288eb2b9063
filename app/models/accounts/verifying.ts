import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { moderatorIds } from '#models/accounts/moderators'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { type News, notify, withdrawNews } from '#models/mixins/notifying'
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

/**
 * A decision that somebody else has just taken otherwise is refused, with what it is now; pressing twice is pressing once.
 * @throws {Refusal} organisations.refusals.decided, number_taken
 */
async function decide(subject: Verifiable, act: Act, decision: Decision, change: Change) {
  await within(act, async (trx) => {
    const before = subject.status
    const moved = await subject.advance(trx, act, change).catch(refuseNumber)
    if (!moved) return refuseUnlessMine(subject, trx, act, change.to)
    await subject.track(trx, act, `accounts.${subject.auditObject.type}.${decision}`, { status: [before, change.to] })
    await announce(subject, trx, act, decision, change.reason)
  })
}

/** Whom it concerns is told; what waited for the decision is news no more. */
export async function announce(subject: Verifiable, trx: TransactionClientContract, act: Act, decision: Decision, reason = '') {
  const { type, id } = subject.auditObject
  const about = `${type}:${id}`
  const name = await subject.title(trx)
  await withdrawNews(trx, act, [about])
  if (decision === 'submitted') {
    const news = { kind: 'accounts.verification_asked', params: { name }, path: subject.adminPath, about } as const
    await notify(trx, act, to(await moderatorIds(trx), news))
  } else {
    const params = { decision, subject: type, name, reason }
    const news = { kind: 'accounts.verification_decided', params, path: subject.path, about } as const
    await notify(trx, act, to(await subject.concerned(trx), news))
  }
  // Its own page, and the moderators' list of all.
  await signal(trx, [subject.channel, (subject.constructor as LucidModel).table])
}

function to(people: number[], news: Omit<News, 'userId'>): News[] {
  return people.map((userId) => ({ userId, ...news }))
}

async function refuseUnlessMine(subject: Verifiable, trx: TransactionClientContract, { by }: Act, to: string) {
  const { type, id } = subject.auditObject
  const last = await trx.from('steps').where(`${type}_id`, id).orderBy('id', 'desc').firstOrFail()
  if (last.status === to && last.taken_by === authorOf(by)) return
  throw new Refusal('organisations.refusals.decided', { status: last.status })
}

/** The unique index says that another organisation has proved this number. */
export function refuseNumber(error: { code?: string }): never {
  if (error.code === '23505') throw new Refusal('organisations.refusals.number_verified')
  throw error
}
