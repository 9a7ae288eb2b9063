import vine from '@vinejs/vine'
import { email, linkedin, name, newPassword, username } from '#validators/accounts/rules'
import { phone } from '#validators/phone'

/** An optional field that comes back empty is one that was emptied. */
export const profileValidator = vine.create(
  vine.object({
    givenName: name(),
    familyName: name(),
    phone: phone().nullable().optional(),
    username: username().nullable().optional(),
    linkedinUrl: linkedin().nullable().optional(),
    visibility: vine.enum(['public', 'recruiters', 'private']).optional(),
  })
)

const currentPassword = vine.string().maxLength(200)
const password = newPassword()
const passwordConfirmation = vine.string().sameAs('password')

export const emailValidator = vine.create(vine.object({ email: email(), currentPassword }))

export const addressValidator = vine.create(vine.object({ email: email() }))

/** Who a letter is asked for: an address, or a username. */
export const loginValidator = vine.create(vine.object({ email: vine.string().trim().minLength(1).maxLength(254) }))

/** Both need the person's identity, as metadata: it may not be their password. */
const identified = vine.withMetaData<{ identity: object }>()
export const passwordValidator = identified.create(
  vine.object({ currentPassword, password: newPassword().notSameAs('currentPassword'), passwordConfirmation })
)
export const resetValidator = identified.create(vine.object({ password, passwordConfirmation }))
