import vine from '@vinejs/vine'
import { identity } from '#validators/accounts/user'

/** What the installation is called, and who administers it. */
export const firstRunValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(60),
    ...identity,
    passwordConfirmation: vine.string().sameAs('password'),
  })
)
