import vine from '@vinejs/vine'

const id = () => vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER)

/** One ticked box is a word, several are a list, none is nothing. */
const ticked = (value: unknown) => [value ?? []].flat()

export const closuresValidator = vine.create(vine.object({ interviews: vine.array(id()).maxLength(50).parse(ticked) }))

export const noteValidator = vine.create(
  vine.object({
    note: vine.string().trim().maxLength(2000).nullable(),
    interest: vine.number().withoutDecimals().range([1, 5]).nullable(),
    version: vine.number().withoutDecimals().range([0, 2_000_000_000]),
  })
)
