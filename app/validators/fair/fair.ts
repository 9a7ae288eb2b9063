import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { instance } from '#config/instance'

/** A datetime-local field: the instant that it names in the instance's zone. */
const moment = () =>
  vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .use(real())
    .transform((value) => DateTime.fromISO(value, { zone: instance.zone }).toUTC())

const real = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && !DateTime.fromISO(value, { zone: instance.zone }).isValid) field.report('date', 'date', field)
})

const after = vine.createRule((value, other: string, field) => {
  const start = (field.parent as Record<string, unknown>)[other]
  if (typeof value === 'string' && typeof start === 'string' && value <= start) field.report('after', 'after', field)
})

export const fairValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(200),
    place: vine.string().trim().minLength(1).maxLength(200),
    startsAt: moment(),
    endsAt: vine
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
      .use(real())
      .use(after('startsAt'))
      .transform((value) => DateTime.fromISO(value, { zone: instance.zone }).toUTC()),
  })
)
