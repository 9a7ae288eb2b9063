import vine from '@vinejs/vine'
import { postesConfig } from '#config/postes'

const [least, most] = postesConfig.extension

export const entryValidator = vine.create(vine.object({ code: vine.string().trim().minLength(1).maxLength(20) }))

export const pairingValidator = vine.create(
  vine.object({ code: vine.string().trim().minLength(1).maxLength(20), kind: vine.enum(['page', 'agent'] as const).optional() })
)

export const minutesValidator = vine.create(vine.object({ minutes: vine.number().withoutDecimals().range([least, most]) }))

export const wordsValidator = vine.create(vine.object({ words: vine.string().trim().minLength(1).maxLength(500) }))

/** The end of a session, as its own screen may say it. */
export const endValidator = vine.create(vine.object({ reason: vine.enum(['visitor', 'idle'] as const).optional() }))

/** An instant of our clock (ms), within what one can be. */
const instant = () => vine.number().withoutDecimals().range([0, 8_640_000_000_000])

export const outageValidator = vine.create(vine.object({ lease: vine.string().maxLength(1000), since: instant() }))
