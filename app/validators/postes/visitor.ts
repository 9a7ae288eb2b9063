import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Registration } from '#models/postes/site/registering'
import type { VisitorValues } from '#models/postes/visitor/describing'
import { IDENTITY_KINDS, type IdentityShown } from '#models/postes/visitor/identifying'
import { email, name } from '#validators/accounts/rules'
import { dated, dayOf, hasCome, isDay } from '#validators/postes/days'
import { phone } from '#validators/phone'

/** A day that has come, by the calendar of the instance. */
const past = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  if (!isDay(value)) field.report('date', 'date', field)
  else if (!hasCome(value)) field.report('future', 'future', field)
})

const text = (most: number) => vine.string().trim().minLength(1).maxLength(most).nullable().optional()

const said = {
  email: email().nullable().optional(),
  phone: phone().nullable().optional(),
  address: text(300),
  postalCode: vine
    .string()
    .trim()
    .minLength(2)
    .maxLength(10)
    .regex(/^[\p{L}\d -]+$/u)
    .nullable()
    .optional(),
  birthDate: vine.string().trim().use(past()).nullable().optional(),
  notes: text(2000),
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

const identity = vine.create(
  vine.object({
    kind: vine.enum(IDENTITY_KINDS),
    seenOn: vine.string().trim().use(past()),
    number: vine
      .string()
      .trim()
      .minLength(4)
      .maxLength(40)
      .regex(/^[\p{L}\d /.-]+$/u)
      .nullable()
      .optional(),
  })
)

export const mergeValidator = vine.create(vine.object({ otherId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER) }))

export async function registrationOf(request: HttpRequest): Promise<Omit<Registration, 'photo'>> {
  const { consents, another, ...values } = await request.validateUsing(registration)
  const person = dated(values)
  return { ...person, consents: Boolean(consents), another: Boolean(another) }
}

export async function descriptionOf(request: HttpRequest): Promise<{ version: number; values: Partial<VisitorValues> }> {
  const { version, ...values } = await request.validateUsing(description)
  return { version, values: dated(values) }
}

export async function identityOf(request: HttpRequest): Promise<IdentityShown> {
  const { seenOn, ...shown } = await request.validateUsing(identity)
  return { ...shown, seenOn: dayOf(seenOn) }
}
