import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import type { Registration } from '#models/postes/site/registering'
import type { VisitorValues } from '#models/postes/visitor/describing'
import { settings } from '#services/settings'
import { email, name } from '#validators/accounts/rules'
import { asOneOf, asPage, asSort, asWords } from '#validators/filters'
import { VISITOR_KINDS } from '#models/postes/visitor_list'
import { e164, phone } from '#validators/phone'

const OLDEST = 1900

export const dayOf = (value: string) => DateTime.fromISO(value, { zone: settings().zone })

/** A day that has come, by the calendar of the instance. */
const past = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const day = dayOf(value)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !day.isValid || day.year < OLDEST) field.report('date', 'date', field)
  else if (day > DateTime.now()) field.report('The {{ field }} field is in the future', 'future', field)
})

export const pastDay = () => vine.string().trim().use(past())

const postal = () =>
  vine
    .string()
    .trim()
    .minLength(2)
    .maxLength(10)
    .regex(/^[\p{L}\d -]+$/u)

const words = (most: number) => vine.string().trim().minLength(1).maxLength(most).nullable().optional()

const said = {
  email: email().nullable().optional(),
  phone: phone().nullable().optional(),
  address: words(300),
  postalCode: postal().nullable().optional(),
  birthDate: pastDay().nullable().optional(),
  notes: words(2000),
}

const registration = vine.create(
  vine.object({
    givenName: name(),
    familyName: name(),
    ...said,
    consents: vine.accepted().optional(),
    another: vine.accepted().optional(),
  })
)

/** What is not there stays as it is, so a program may say one thing only. */
const description = vine.create(
  vine.object({
    givenName: name().optional(),
    familyName: name().optional(),
    ...said,
    version: vine.number().withoutDecimals().range([1, 2_000_000_000]),
  })
)

/** The day that a field names; nothing where it is empty, and nothing said where it is not there. */
function dated<T extends { birthDate?: string | null }>({ birthDate, ...values }: T) {
  return birthDate === undefined ? values : { ...values, birthDate: birthDate === null ? null : dayOf(birthDate) }
}

export async function registrationOf(request: HttpRequest): Promise<Omit<Registration, 'photo'>> {
  const { consents, another, ...values } = await request.validateUsing(registration)
  return { ...dated(values), consents: Boolean(consents), another: Boolean(another) }
}

export async function descriptionOf(request: HttpRequest) {
  const { version, ...values } = await request.validateUsing(description)
  return { version, values: dated(values) }
}

export const visitorFilters = (request: HttpRequest) => ({
  kind: asOneOf(request.input('kind'), VISITOR_KINDS),
  sort: asSort(request.input('sort'), ['name', 'seen', 'registered']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

/** Whom the form that comes back is about. */
export function typedVisitor(typed: { get: (name: string) => unknown }): Partial<VisitorValues> | null {
  const text = (field: string) => {
    const value = typed.get(field)
    return typeof value === 'string' ? value.trim() : ''
  }
  if (!text('givenName') || !text('familyName')) return null
  const birthDate = dayOf(text('birthDate'))
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    email: text('email') || null,
    phone: e164(text('phone')),
    birthDate: birthDate.isValid ? birthDate : null,
  }
}
