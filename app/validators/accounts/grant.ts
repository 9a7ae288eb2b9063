import vine from '@vinejs/vine'
import { STAFF } from '#models/accounts/role'

const id = () => vine.number().positive().withoutDecimals().max(Number.MAX_SAFE_INTEGER).nullable().optional()

/** What an administrator gives: the other roles are chosen by those who come. */
export const grantValidator = vine.create(
  vine.object({
    role: vine.enum(STAFF),
    fairId: id(),
    siteId: id(),
  })
)
