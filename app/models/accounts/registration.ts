import type { DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import { Refusal } from '#exceptions/refusal'
import Consent from '#models/accounts/consent'
import User from '#models/accounts/user'
import { type Act, actingFor, within } from '#models/mixins/act'

export interface Registration {
  givenName: string
  familyName: string
  email: string
  password: string
  /** E.164 */
  phone?: string
  linkedinUrl?: string | null
  /** the language in which they are written to */
  locale?: 'fr' | 'en'
  /** when somebody vouches for the address: nobody has to prove it */
  emailVerifiedAt?: DateTime
}

/** What must exist with the account, in its transaction. */
export type Complete = (user: User, own: Act) => Promise<unknown>

/**
 * Somebody signs up and agrees to the terms in force. Whoever has an account with that address is told by mail, and the
 * person who asks sees, and waits for, the same: one hash, one mail.
 */
export async function register(registration: Registration, termsVersion: string, act: Act, complete: Complete): Promise<void> {
  const password = await hash.make(registration.password)
  await within(act, async (trx) => {
    const user = await insertOnce({ ...registration, password }, { ...act, trx })
    if (!user) return (await User.byEmail(registration.email).useTransaction(trx).first())?.remind({ ...act, trx })
    const own = actingFor(user, { ...act, trx })
    await user.track(trx, own, 'accounts.user.registered')
    await complete(user, own)
    await Consent.give(user, 'terms', termsVersion, own)
    await user.sendVerification(own)
  })
}

/** Whoever waits for the mail of an account that they may have asked for, and tells nobody whether there is one. */
export async function askAgain(email: string, act: Act): Promise<void> {
  const user = await User.byEmail(email).first()
  if (user?.isVerified) await user.remind(act)
  else await user?.sendVerification(act)
}

/**
 * An account for which somebody else answers, and whatever must exist with it.
 * @throws {Refusal} accounts.refusals.email_taken
 */
export async function createUser(registration: Registration, act: Act, complete: Complete): Promise<User> {
  const password = await hash.make(registration.password)
  return within(act, async (trx) => {
    const user = await insertOnce({ ...registration, password }, { ...act, trx })
    if (!user) throw new Refusal('accounts.refusals.email_taken', {}, { status: 422, field: 'email' })
    const own = actingFor(user, { ...act, trx })
    await user.track(trx, own, 'accounts.user.registered')
    await complete(user, own)
    return user
  })
}

/** The unique index decides between two that sign up at once with the same address; null for whoever comes second. */
async function insertOnce(values: Registration, { trx, at }: Act) {
  const [row] = await trx!
    .knexQuery()
    .insert({
      email: values.email.trim(),
      password: values.password,
      given_name: values.givenName,
      family_name: values.familyName,
      phone: values.phone ?? null,
      linkedin_url: values.linkedinUrl ?? null,
      locale: values.locale ?? null,
      email_verified_at: values.emailVerifiedAt?.toJSDate() ?? null,
      created_at: at.toJSDate(),
      updated_at: at.toJSDate(),
    })
    .into('users')
    .onConflict(trx!.knexRawQuery('(lower(email))'))
    .ignore()
    .returning('id')
  return row ? User.findOrFail(row.id, { client: trx }) : null
}
