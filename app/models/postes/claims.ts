import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import Visitor from '#models/postes/visitor'

/**
 * Whom a link given at a desk is for.
 * @param secret as it stands in the address, or the number of the link that a session remembers
 * @throws {Refusal} visitors.refusals.claim_invalid: never existed, used, replaced or too old, without saying which
 */
export async function claimed(secret: string | number, at: DateTime) {
  const link = typeof secret === 'string' ? await SecretLink.opened(secret, at) : await remembered(secret, at)
  const visitor = link?.visitorId
    ? await Visitor.query().where('id', link.visitorId).whereNull('anonymised_at').preload('site').first()
    : null
  if (!link || !visitor) throw new Refusal('visitors.refusals.claim_invalid', {}, { status: 404 })
  return { link, visitor }
}

function remembered(id: number, at: DateTime) {
  return SecretLink.query().where('id', id).whereNull('revoked_at').where('expires_at', '>', at.toJSDate()).first()
}

/** Where an account is known as a visitor. */
export function registrationsOf(userId: number): Promise<Visitor[]> {
  return Visitor.query().where('user_id', userId).whereNull('anonymised_at').preload('site').orderBy('created_at')
}
