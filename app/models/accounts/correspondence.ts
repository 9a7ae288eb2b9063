import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Purpose, issueLink } from '#models/accounts/mailed_link'
import { type default as User, isSameAddress } from '#models/accounts/user'
import type { Act } from '#models/mixins/act'
import { type Letter, deliver } from '#models/mixins/delivering'
import { settings } from '#services/settings'

/** Templates of resources/views/emails/accounts: what is written about the account itself, whether its address is proved or not. */
export type Template =
  | 'verification'
  | 'already_registered'
  | 'reset'
  | 'password_changed'
  | 'email_change'
  | 'email_change_notice'
  | 'email_changed_notice'
  | 'deletion_asked'

type Details = Pick<Letter, 'params' | 'secrets' | 'expiresAt'> & { to?: string }

/** A mail to somebody about their account, at its address unless told. */
export async function write(trx: TransactionClientContract, act: Act, user: User, template: Template, details: Details = {}) {
  const { to = user.email, params, ...rest } = details
  const { id: userId, locale } = user
  // A name may say anything, and an address that nobody proved may be anybody's.
  const name = user.isVerified && isSameAddress(to, user.email) ? user.givenName : null
  const letter = {
    userId,
    address: to,
    locale: locale ?? settings().locales[0],
    template: `accounts/${template}`,
    params: { name, ...params },
  }
  await deliver(trx, act, [{ channel: 'email', ...letter, ...rest }])
}

/**
 * The same with a link that only its reader has. The user is locked.
 * @param options.sent false makes the link and sends it to nobody: what is shown, and what it costs, are the same
 * @returns false when they were sent enough of these this hour, and nothing was
 */
export async function writeWithLink(
  trx: TransactionClientContract,
  act: Act,
  user: User,
  template: Template,
  { purpose, email = null, sent = true }: { purpose: Purpose; email?: string | null; sent?: boolean }
): Promise<boolean> {
  const link = await issueLink(trx, act, user, purpose, email)
  if (!link) return false
  const { token, expiresAt } = link
  if (sent) await write(trx, act, user, template, { to: email ?? user.email, secrets: { token }, expiresAt })
  return true
}
