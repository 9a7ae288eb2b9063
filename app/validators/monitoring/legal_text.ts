import vine from '@vinejs/vine'
import { LONGEST_TEXT } from '#config/legal'

export const legalTextValidator = vine.create(
  vine.object({
    body: vine.string().trim().minLength(1).maxLength(LONGEST_TEXT),
    edition: vine.number().withoutDecimals().range([0, Number.MAX_SAFE_INTEGER]),
  })
)
