import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Admission } from '#models/fair/fair/registering'
import { email, name } from '#validators/accounts/rules'
import { e164, phone } from '#validators/phone'

const person = { givenName: name(), familyName: name(), email: email().nullable().optional(), phone: phone().nullable().optional() }

const stand = () => vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER).nullable().optional()

/** Somebody without an account: a name is enough. */
export const personValidator = vine.create(vine.object(person))

const admission = vine.create(
  vine.object({ ...person, firstStand: stand(), secondStand: stand(), thirdStand: stand(), another: vine.accepted().optional() })
)

/** The form of the door: choices of queues are fields of their own, so that each is kept as it was chosen. */
export async function admissionOf(request: HttpRequest): Promise<Admission> {
  const { firstStand, secondStand, thirdStand, another, ...values } = await request.validateUsing(admission)
  const chosen = [firstStand, secondStand, thirdStand].filter((id) => typeof id === 'number')
  return { ...values, another: Boolean(another), standIds: [...new Set(chosen)] }
}

/** Whom the form that comes back was about. */
export function typedName(typed: { get: (name: string) => unknown }) {
  const [givenName, familyName] = [typed.get('givenName'), typed.get('familyName')]
  const number = typed.get('phone')
  if (typeof givenName !== 'string' || typeof familyName !== 'string') return null
  return { givenName: givenName.trim(), familyName: familyName.trim(), phone: typeof number === 'string' ? e164(number) : null }
}
