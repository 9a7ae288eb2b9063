import vine from '@vinejs/vine'

export const announcementValidator = vine.create(
  vine.object({
    text: vine.string().trim().minLength(1).maxLength(500),
    lasts: vine.enum(['quarter', 'hour', 'end']),
    standId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER).optional(),
    attendeeId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  })
)
