import vine from '@vinejs/vine'
import { commonPasswords } from '#config/passwords'

/** The shortest and the commonest are refused; nothing else is asked of a password (NIST SP 800-63B). */
const uncommon = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && commonPasswords.has(value.toLowerCase()))
    field.report('The {{ field }} field is among the first that anybody guesses', 'uncommon', field)
})

/** `"a b"@example.org` is an address to the standard, and to no database or mailbox. */
const unquoted = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && !/^[^\s@"]+@[^\s@"]+$/.test(value)) field.report('email', 'email', field)
})

export const identity = {
  givenName: vine.string().trim().minLength(1).maxLength(100),
  familyName: vine.string().trim().minLength(1).maxLength(100),
  email: vine.string().trim().email().maxLength(254).use(unquoted()),
  password: vine.string().minLength(8).maxLength(200).use(uncommon()),
}

/** What any account has. */
export const accountValidator = vine.create(vine.object(identity))

export const registrationValidator = vine.create(
  vine.object({
    ...identity,
    passwordConfirmation: vine.string().sameAs('password'),
    terms: vine.accepted(),
  })
)

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
