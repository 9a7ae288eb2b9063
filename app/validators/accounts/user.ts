import vine from '@vinejs/vine'
import { email, linkedin, name, newPassword } from '#validators/accounts/rules'
import { phone } from '#validators/phone'

const person = { givenName: name(), familyName: name(), email: email() }

export const identity = { ...person, password: newPassword() }

/** In the order of the pages, in which their mistakes are listed. */
const before = { ...person, phone: phone() }
const after = { password: newPassword(), passwordConfirmation: vine.string().sameAs('password'), terms: vine.accepted() }

const text = (longest: number) => vine.string().trim().minLength(1).maxLength(longest)

/** What any account has. */
export const accountValidator = vine.create(vine.object(identity))

/** They may ask that the places which their phone keeps become their account's. */
export const candidateValidator = vine.create(
  vine.object({ ...before, linkedinUrl: linkedin().optional(), claim: vine.accepted().optional(), ...after })
)

/** They ask to join an organisation that is there, or create theirs. */
export const recruiterValidator = vine.create(
  vine.object({
    organisationId: vine.number().positive().withoutDecimals().max(Number.MAX_SAFE_INTEGER).optional(),
    organisation: text(200).optional().requiredIfMissing('organisationId'),
    department: text(100),
    ...before,
    ...after,
  })
)

export const providerValidator = vine.create(vine.object({ speciality: text(200), ...before, ...after }))

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
