import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import SecretLink, { drawToken, hashOf } from '#models/accounts/secret_link'
import User from '#models/accounts/user'
import { type Act, authorOf } from '#models/mixins/act'

/*
 * Links that are mailed to somebody with an account and serve once. They are of the same table as the others, but only
 * the mail has the secret: nobody may show it again.
 */
export type Purpose = 'verification' | 'reset'

const LIVES = { verification: { hours: 24 }, reset: { hours: 1 } } as const

/** How many of a kind are made for one person in an hour, whoever asks: enough for who did not get the first. */
export const MOST_AN_HOUR = 5

/** Whoever changes what an account is entered with waits here, and reads its row anew: the user first, then links. */
export async function lockUser(trx: TransactionClientContract, userId: number): Promise<User> {
  return User.query({ client: trx }).where('id', userId).forUpdate().firstOrFail()
}

/**
 * A new link of a locked user. One verification is current: a newer one replaces it; resets live side by side, so that
 * whoever asks in somebody's name does not take away the link that they are reading.
 * @param email the address that a verification proves
 * @returns the secret, or null when enough were made this hour
 */
export async function issueLink(trx: TransactionClientContract, act: Act, user: User, purpose: Purpose, email: string | null) {
  const recent = await SecretLink.query({ client: trx })
    .where({ user_id: user.id, purpose })
    .where('created_at', '>', act.at.minus({ hours: 1 }).toJSDate())
    .select('id')
    .pojo()
  if (recent.length >= MOST_AN_HOUR) return null
  if (purpose === 'verification') await revokeLinks(trx, act, user, 'verification')
  const token = drawToken()
  const expiresAt = act.at.plus(LIVES[purpose])
  const link = await SecretLink.create(
    { purpose, userId: user.id, email, tokenHash: hashOf(token), createdAt: act.at, createdBy: authorOf(act.by), expiresAt },
    { client: trx }
  )
  await link.track(trx, act, 'accounts.secret_link.issued', { purpose })
  return { token, expiresAt }
}

/**
 * The link of this kind that a secret opens now, or that has this number; one that has served is shown to whoever asks
 * for it with `used`.
 */
export async function linkOf(
  purpose: Purpose,
  secret: string | number,
  at: DateTime,
  { trx, used = false }: { trx?: TransactionClientContract; used?: boolean } = {}
) {
  const query = SecretLink.query({ client: trx })
    .where({ purpose, ...(typeof secret === 'number' ? { id: secret } : { token_hash: hashOf(secret) }) })
    .whereNull('revoked_at')
  if (!used) void query.whereNull('used_at')
  return query.where('expires_at', '>', at.toJSDate()).first()
}

/** Of two that use a link at once, one has it. */
export async function useLink(trx: TransactionClientContract, { at }: Act, link: SecretLink): Promise<boolean> {
  const used = await SecretLink.query({ client: trx })
    .where('id', link.id)
    .whereNull('used_at')
    .whereNull('revoked_at')
    .update({ used_at: at.toJSDate() })
  return Number(used) > 0
}

/** What was mailed before serves no more. */
export async function revokeLinks(trx: TransactionClientContract, { at, by }: Act, user: User, purpose: Purpose) {
  await current(trx, user, purpose).update({ revoked_at: at.toJSDate(), revoked_by: authorOf(by) })
}

/** No other address is about to become that of the account. */
export async function revokeChanges(trx: TransactionClientContract, { at, by }: Act, user: User) {
  await current(trx, user, 'verification')
    .whereRaw('lower(email) <> lower(?)', [user.email])
    .update({ revoked_at: at.toJSDate(), revoked_by: authorOf(by) })
}

function current(trx: TransactionClientContract, user: User, purpose: Purpose) {
  return SecretLink.query({ client: trx }).where({ user_id: user.id, purpose }).whereNull('revoked_at').whereNull('used_at')
}
