import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { write } from '#models/accounts/correspondence'
import { linkOf, lockUser, revokeLinks, useLink } from '#models/accounts/mailed_link'
import type SecretLink from '#models/accounts/secret_link'
import User, { isSameAddress } from '#models/accounts/user'
import { type Act, actingFor, within } from '#models/mixins/act'
import { uniqueOr } from '#models/mixins/uniqueness'

export interface Proof {
  user: User
  email: string
  /** whether the address is to replace that of the account */
  changes: boolean
  /** whether it is proved: nothing is left to do */
  done: boolean
}

/**
 * What a mailed link would prove, without proving it.
 * @throws {Refusal} accounts.refusals.link_dead: never existed, replaced, too old, or served for another address
 */
export async function proofOf(token: string, at: DateTime): Promise<Proof> {
  const link = await linkOf('verification', token, at, { used: true })
  if (!link) throw dead()
  return proofBy(link, await User.findOrFail(link.userId!))
}

/**
 * Whoever answers the mail reads that address: it is proved, or becomes that of the account. Answering twice is answering once.
 * @throws {Refusal} accounts.refusals.link_dead, accounts.refusals.email_taken
 */
export async function verify(token: string, act: Act): Promise<Proof> {
  return within(act, async (trx) => {
    const link = await linkOf('verification', token, act.at, { trx, used: true })
    if (!link) throw dead()
    const user = await lockUser(trx, link.userId!)
    const proof = proofBy(await link.refresh(), user)
    if (proof.done) return proof
    const own = actingFor(user, { ...act, trx })
    if (!(await useLink(trx, own, link))) throw dead()
    if (proof.changes) await changeEmail(trx, own, user, proof.email)
    else await prove(trx, own, user)
    return proof
  })
}

function proofBy(link: SecretLink, user: User): Proof {
  const email = link.email!
  const changes = !isSameAddress(email, user.email)
  const done = !changes && user.isVerified
  if (link.revokedAt || (link.usedAt && !done)) throw dead()
  return { user, email, changes, done }
}

async function prove(trx: TransactionClientContract, act: Act, user: User) {
  await user.merge({ emailVerifiedAt: act.at }).save()
  await user.track(trx, act, 'accounts.user.verified')
}

/** What was mailed to the former address opens nothing more. */
async function changeEmail(trx: TransactionClientContract, act: Act, user: User, email: string) {
  const { email: former, isVerified } = user
  await revokeLinks(trx, act, user, 'reset')
  const save = user.merge({ email, emailVerifiedAt: act.at }).save()
  await uniqueOr(save, 'accounts.refusals.email_taken', 'email')
  await user.track(trx, act, 'accounts.user.email_changed', { email: true })
  if (isVerified) await write(trx, act, user, 'email_changed_notice', { to: former })
}

function dead() {
  return new Refusal('accounts.refusals.link_dead', {}, { status: 404 })
}
