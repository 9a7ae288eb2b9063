import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { settings } from '#services/settings'

/** A datetime-local field: the instant that it names in the instance's zone. */
const instantOf = (value: string) => DateTime.fromISO(value, { zone: settings().zone }).toUTC()

const real = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && !instantOf(value).isValid) field.report('date', 'date', field)
})

/** The instants, not what is written: when the clocks change, 2.30 may be after 3.00. */
const after = vine.createRule((value, other: string | undefined, field) => {
  const start = other && (field.parent as Record<string, unknown>)[other]
  if (typeof value === 'string' && typeof start === 'string' && instantOf(value) <= instantOf(start)) field.report('after', 'after', field)
})

const moment = (earlier?: string) =>
  vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .use(real())
    .use(after(earlier))
    .transform(instantOf)

export const fairValidator = vine.create(
  vine.object({
    name: vine.string().trim().minLength(1).maxLength(200),
    place: vine.string().trim().minLength(1).maxLength(200),
    startsAt: moment(),
    endsAt: moment('startsAt'),
  })
)
