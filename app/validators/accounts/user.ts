import vine from '@vinejs/vine'
import { email, linkedin, name, newPassword } from '#validators/accounts/rules'
import { phone } from '#validators/phone'

export const identity = { givenName: name(), familyName: name(), email: email(), password: newPassword() }

const registration = {
  ...identity,
  passwordConfirmation: vine.string().sameAs('password'),
  phone: phone(),
  terms: vine.accepted(),
}

const department = vine.string().trim().minLength(1).maxLength(100)

/** What any account has. */
export const accountValidator = vine.create(vine.object(identity))

export const candidateValidator = vine.create(vine.object({ ...registration, linkedinUrl: linkedin().optional() }))

/** They ask to join an organisation that is there, or create theirs. */
export const recruiterValidator = vine.create(
  vine.object({
    ...registration,
    department,
    organisationId: vine.number().positive().withoutDecimals().max(Number.MAX_SAFE_INTEGER).optional(),
    organisation: vine.string().trim().minLength(1).maxLength(200).optional().requiredIfMissing('organisationId'),
  })
)

export const providerValidator = vine.create(vine.object({ ...registration, speciality: vine.string().trim().minLength(1).maxLength(200) }))

export const signInValidator = vine.create(
  vine.object({
    email: vine.string().trim().maxLength(254),
    password: vine.string().maxLength(200),
    remember: vine.accepted().optional(),
  })
)

export const preferencesValidator = vine.create(
  vine.object({ locale: vine.enum(['fr', 'en']).optional(), theme: vine.enum(['light', 'dark', 'system']).optional() })
)
