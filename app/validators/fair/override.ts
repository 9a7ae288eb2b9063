import vine from '@vinejs/vine'

export const overrideValidator = vine.create(
  vine.object({
    status: vine.enum(['available', 'paused', 'interviewing']),
    entryId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER).optional().requiredWhen('status', '=', 'interviewing'),
  })
)

export const entryValidator = vine.create(vine.object({ standId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER) }))

/** `despite`: having been told that the fair may close before their turn. */
export const joinValidator = vine.create(
  vine.object({
    standId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER),
    despite: vine.accepted().optional(),
  })
)
