import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { moderatorIds } from '#models/accounts/moderators'
import type { Decision, Verifiable } from '#models/accounts/verifying'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { type News, notify, withdrawNews } from '#models/mixins/notifying'
import type { Change } from '#models/mixins/stepping'

/**
 * A decision that somebody else has just taken otherwise is refused, with what it is now; pressing twice is pressing once.
 * @throws {Refusal} organisations.refusals.decided, number_taken
 */
export async function decide(subject: Verifiable, act: Act, decision: Decision, change: Change) {
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
