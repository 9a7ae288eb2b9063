import vine from '@vinejs/vine'

/** What a script fills in for the person. */
export const pushSubscriptionValidator = vine.create(
  vine.object({
    endpoint: vine.string().maxLength(2000),
    p256dh: vine.string().maxLength(100),
    auth: vine.string().maxLength(30),
    /** where a place without account is, of which the browser agrees to be told */
    fairId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  })
)
