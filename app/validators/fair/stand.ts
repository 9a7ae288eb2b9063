import vine from '@vinejs/vine'
import { fairConfig } from '#config/fair'

export const standValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(200),
    slots: vine.number().withoutDecimals().range([1, fairConfig.maxSlots]),
    queueLimit: vine.number().withoutDecimals().range([1, 10_000]).nullable(),
  })
)
