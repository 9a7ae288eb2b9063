import type { VisitorValues } from '#models/postes/visitor/describing'
import { e164 } from '#validators/phone'
import { dayOf, isDay } from '#validators/postes/days'

/** Whom the form that comes back is about. */
export function typedVisitor(typed: { get: (name: string) => unknown }): Partial<VisitorValues> | null {
  const text = (field: string) => {
    const value = typed.get(field)
    return typeof value === 'string' ? value.trim() : ''
  }
  if (!text('givenName') || !text('familyName')) return null
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    email: text('email') || null,
    phone: e164(text('phone')),
    birthDate: isDay(text('birthDate')) ? dayOf(text('birthDate')) : null,
  }
}
