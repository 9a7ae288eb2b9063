import vine from '@vinejs/vine'
import { LONGEST_TEXT } from '#config/legal'

export const legalTextValidator = vine.create(
  vine.object({
    // Browsers count the end of a line as one sign, and send two.
    body: vine
      .string()
      .parse((text) => (typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : text))
      .trim()
      .minLength(1)
      .maxLength(LONGEST_TEXT),
    edition: vine.number().withoutDecimals().range([0, Number.MAX_SAFE_INTEGER]),
  })
)
