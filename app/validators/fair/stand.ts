import vine from '@vinejs/vine'
import { fairConfig } from '#config/fair'
import { organisation } from '#validators/fair/rules'

const slots = () => vine.number().withoutDecimals().range([1, fairConfig.maxSlots])

export const standValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(200),
    organisation: organisation(),
    place: vine.string().trim().maxLength(100).nullable().optional(),
    slots: slots(),
    queueLimit: vine.number().withoutDecimals().range([1, 10_000]).nullable(),
  })
)

export const slotsValidator = vine.create(vine.object({ slots: slots() }))
