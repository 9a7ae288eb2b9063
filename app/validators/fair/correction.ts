import vine from '@vinejs/vine'
import { isAgreement } from '#services/agreement'

export const forcedEntryValidator = vine.create(
  vine.object({
    standId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER),
    attendeeId: vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER),
  })
)

export const rankValidator = vine.create(vine.object({ rank: vine.number().withoutDecimals().range([1, 100_000]) }))

/** The word that the page asks for. */
const agreed = vine.createRule((value, _options: undefined, field) => {
  if (!isAgreement(String(value))) field.report('agreed', 'agreed', field)
})

export const releaseValidator = vine.create(vine.object({ agreement: vine.string().trim().maxLength(40).use(agreed()) }))
