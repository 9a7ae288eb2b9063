import hash from '@adonisjs/core/services/hash'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { writeWithLink } from '#models/accounts/correspondence'
import { linkOf, lockUser, useLink } from '#models/accounts/mailed_link'
import type SecretLink from '#models/accounts/secret_link'
import User from '#models/accounts/user'
import { type Act, actingFor, within } from '#models/mixins/act'

/** Mails a link to whoever this address or username is, if anybody, and tells the asker nothing. */
export async function askReset(login: string, act: Act): Promise<void> {
  const user = await User.byLogin(login).first()
  if (!user) return
  await within(act, async (trx) => void (await writeWithLink(trx, act, await lockUser(trx, user.id), 'reset', { purpose: 'reset' })))
}

/**
 * The link that a mailed secret opens, and whose it is; nothing is used up.
 * @param secret or the number of a link that was opened before
 * @throws {Refusal} accounts.refusals.reset_dead: never existed, used, too old, or somebody has changed the password since
 */
export async function resetLink(secret: string | number, at: DateTime): Promise<{ link: SecretLink; user: User }> {
  const link = await linkOf('reset', secret, at)
  if (!link) throw dead()
  return { link, user: await User.findOrFail(link.userId!) }
}

/**
 * A new password for whoever reads the mails of the account: which proves the address, too.
 * @throws {Refusal} accounts.refusals.reset_dead
 */
export async function reset(link: SecretLink, password: string, act: Act): Promise<User> {
  const hashed = await hash.make(password)
  return within(act, async (trx) => {
    const user = await lockUser(trx, link.userId!)
    const own = actingFor(user, { ...act, trx })
    if (!(await useLink(trx, own, link))) throw dead()
    user.emailVerifiedAt ??= act.at
    await user.setPassword(hashed, 'accounts.user.password_reset', own)
    return user
  })
}

function dead() {
  return new Refusal('accounts.refusals.reset_dead', {}, { status: 404 })
}
