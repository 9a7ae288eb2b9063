import vine from '@vinejs/vine'
import { name } from '#validators/accounts/rules'

/** `website` is a field that no person sees: only a machine fills it. */
export const guestValidator = vine.create(
  vine.object({
    givenName: name(),
    familyName: name(),
    standId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER),
    despite: vine.accepted().optional(),
    token: vine.string().regex(/^[\w-]{32}$/),
    website: vine.string().maxLength(0).optional(),
  })
)

/** Where the phone that forgets has agreed to ring; a script says `none` for one that has not. */
export const forgettingValidator = vine.create(vine.object({ endpoint: vine.string().maxLength(2000).optional() }))
