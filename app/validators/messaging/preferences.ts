import vine from '@vinejs/vine'

export const preferenceSettingsValidator = vine.create(
  vine.object({ quietHours: vine.enum(['on', 'off']).optional(), digest: vine.enum(['daily', 'weekly']).optional() })
)
