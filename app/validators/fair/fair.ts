import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { fairConfig } from '#config/fair'
import type { FairValues } from '#models/fair/fair/editing'
import { settings } from '#services/settings'
import { hour, slug } from '#validators/fair/rules'

/** A datetime-local field: the instant that it names in the instance's zone. */
const instantOf = (value: string) => DateTime.fromISO(value, { zone: settings().zone }).toUTC()

/** A year of four digits may be one that the database cannot write. */
const real = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const { isValid, year } = instantOf(value)
  if (!isValid || year < 2000) field.report('date', 'date', field)
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

/** What a fair is, whichever it is. */
const dated = {
  name: vine.string().trim().minLength(1).maxLength(200),
  slug: slug(),
  place: vine.string().trim().minLength(1).maxLength(200),
  startsAt: moment(),
  endsAt: moment('startsAt'),
}

const whole = (min: number, max: number) => vine.number().withoutDecimals().range([min, max]).optional()

const sheet = vine.create(
  vine.object({
    ...dated,
    opensAt: hour({ other: 'closesAt', after: false }),
    closesAt: hour({ other: 'opensAt', after: true }),
    defaultSlots: whole(1, fairConfig.maxSlots),
    standsSetSlots: vine.accepted().optional(),
    graceMinutes: whole(1, 30),
    interviewMinutes: whole(1, 240),
  })
)

/** The same at other dates. */
export const copyValidator = vine.create(vine.object(dated))

/** What the form of a fair says; a box that is not ticked says nothing. */
export async function fairValues(request: HttpRequest): Promise<FairValues> {
  const { graceMinutes, standsSetSlots, ...values } = await request.validateUsing(sheet)
  return { ...values, standsSetSlots: Boolean(standsSetSlots), ...(graceMinutes && { graceSeconds: graceMinutes * 60 }) }
}
