import type { DateTime } from 'luxon'
import hash from '@adonisjs/core/services/hash'
import { Refusal } from '#exceptions/refusal'
import Consent from '#models/accounts/consent'
import User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'

export interface Registration {
  givenName: string
  familyName: string
  email: string
  password: string
  /** when somebody vouches for the address: nobody has to prove it */
  emailVerifiedAt?: DateTime
}

/**
 * A candidate signs up and agrees to the terms in force.
 * @throws {Refusal} accounts.refusals.email_taken
 */
export async function register(registration: Registration, termsVersion: string, act: Act): Promise<User> {
  return createUser(registration, act, async (user, own) => {
    await user.grant({ role: 'candidate' }, own)
    await Consent.give(user, 'terms', termsVersion, own)
  })
}

/** An account without a role, and whatever must exist with it. */
export async function createUser(registration: Registration, act: Act, complete: (user: User, own: Act) => Promise<void>): Promise<User> {
  const password = await hash.make(registration.password)
  return within(act, async (trx) => {
    const user = await insertOnce({ ...registration, password }, { ...act, trx })
    const by = act.by.id === null && act.by.kind === 'user' ? { ...act.by, id: user.id } : act.by
    const own: Act = { at: act.at, trx, by }
    await user.track(trx, own, 'accounts.user.registered')
    await complete(user, own)
    return user
  })
}

/** The unique index decides between two that sign up at once with the same address. */
async function insertOnce(values: Registration, { trx, at }: Act) {
  const [row] = await trx!
    .knexQuery()
    .insert({
      email: values.email.trim(),
      password: values.password,
      given_name: values.givenName,
      family_name: values.familyName,
      email_verified_at: values.emailVerifiedAt?.toJSDate() ?? null,
      created_at: at.toJSDate(),
      updated_at: at.toJSDate(),
    })
    .into('users')
    .onConflict(trx!.knexRawQuery('(lower(email))'))
    .ignore()
    .returning('id')
  if (!row) throw new Refusal('accounts.refusals.email_taken', {}, { status: 422, field: 'email' })
  return User.findOrFail(row.id, { client: trx })
}
