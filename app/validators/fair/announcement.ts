import vine from '@vinejs/vine'

const id = () => vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER)

const alone = vine.createRule((_value, other: string, field) => {
  if ((field.parent as Record<string, unknown>)[other]) field.report('audience', 'audience', field)
})

export const announcementValidator = vine.create(
  vine.object({
    text: vine.string().trim().minLength(1).maxLength(500),
    lasts: vine.enum(['quarter', 'hour', 'end']),
    standId: id().optional(),
    attendeeId: id().use(alone('standId')).optional(),
  })
)
