import vine from '@vinejs/vine'
import { postesConfig } from '#config/postes'

export const id = () => vine.number().withoutDecimals().positive().max(Number.MAX_SAFE_INTEGER)
const minutes = (least: number, most: number) => vine.number().withoutDecimals().range([least, most])
const sentence = () => vine.string().trim().maxLength(255).nullable().optional()

const { maxMinutes, added } = postesConfig

/** Whom, which poste, how long: nothing is a guest, the first free poste, the usual time. `other` is a time of one's own. */
export const lending = {
  visitorId: id().nullable().optional(),
  minutes: minutes(1, maxMinutes).nullable().optional(),
  other: minutes(1, maxMinutes).nullable().optional(),
}

export const lendingValidator = vine.create(
  vine.object({ ...lending, posteId: id().nullable().optional(), started: vine.accepted().optional() })
)
export const ticketValidator = vine.create(vine.object(lending))
export const additionValidator = vine.create(vine.object({ minutes: minutes(added[0], added[1]) }))
export const sentenceValidator = vine.create(vine.object({ sentence: sentence() }))
export const answerValidator = vine.create(vine.object({ answer: vine.enum(['accepted', 'refused'] as const), sentence: sentence() }))
export const placementValidator = vine.create(vine.object({ posteId: id() }))
export const servingValidator = vine.create(vine.object({ posteId: id().nullable().optional() }))
export const maintenanceValidator = vine.create(vine.object({ maintenance: vine.string().trim().maxLength(200).nullable().optional() }))
