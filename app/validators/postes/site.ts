import type { HttpRequest } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { postesConfig } from '#config/postes'
import type { DayHours, SiteValues } from '#models/postes/site/configuring'
import type { Range } from '#services/settings/kinds'
import { day, lastDay, openingsOfDay, warnings } from '#validators/postes/rules'

export const MODES = ['anonymous', 'identified'] as const
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const whole = (min: number, max: number) => vine.number().withoutDecimals().range([min, max])
const short = () => vine.string().trim().maxLength(300).nullable().optional()

/** A longer time at first than what may be given at all makes no sense. */
const atMost = vine.createRule((value, other: string, field) => {
  const most = Number((field.parent as Record<string, unknown>)[other])
  if (typeof value === 'number' && value > most) field.report('aboveMost', 'aboveMost', field)
})

/** After the question, or never. */
const afterOrNever = vine.createRule((value, other: string, field) => {
  const warned = Number((field.parent as Record<string, unknown>)[other])
  if (typeof value === 'number' && value !== 0 && value <= warned) field.report('beforeQuestion', 'beforeQuestion', field)
})

const about = { name: vine.string().trim().minLength(1).maxLength(100), address: short(), contact: short() }

export const siteValidator = vine.create(vine.object({ ...about, mode: vine.enum(MODES) }))
export const modeValidator = vine.create(vine.object({ mode: vine.enum(MODES) }))

const rules = vine.create(
  vine.object({
    ...about,
    maxMinutes: whole(1, postesConfig.maxMinutes),
    defaultMinutes: whole(1, postesConfig.maxMinutes).use(atMost('maxMinutes')),
    sessionsPerDay: whole(1, 50),
    codeHours: whole(1, 24),
    warnings: warnings(),
    idleWarningMinutes: whole(0, 120),
    idleEndMinutes: whole(0, 240).use(afterOrNever('idleWarningMinutes')),
    outageMinutes: whole(0, 240),
    reservationDays: whole(0, postesConfig.reservationDays).optional(),
    reservationGraceMinutes: whole(1, 60).optional(),
    onlineReservations: vine.accepted().optional(),
    keepsNumbers: vine.accepted().optional(),
  })
)

/** What the form of the rules says; a box that is not ticked, or that is not there, says no. */
export async function ruleValues(request: HttpRequest): Promise<Omit<SiteValues, 'mode'>> {
  const {
    keepsNumbers,
    onlineReservations,
    warnings: notices,
    address = null,
    contact = null,
    ...values
  } = await request.validateUsing(rules)
  return {
    ...values,
    warnings: (notices ?? []) as number[],
    address,
    contact,
    keepsNumbers: Boolean(keepsNumbers),
    onlineReservations: Boolean(onlineReservations),
  }
}

const week = vine.create(vine.object(Object.fromEntries(WEEKDAYS.map((weekday) => [`day${weekday}`, openingsOfDay()]))))

export async function weekHours(request: HttpRequest): Promise<DayHours[]> {
  const days = (await request.validateUsing(week)) as Record<string, Range[] | null | undefined>
  return WEEKDAYS.flatMap((weekday) => (days[`day${weekday}`] ?? []).map(([opensAt, closesAt]) => ({ weekday, opensAt, closesAt })))
}

export const closingValidator = vine.create(
  vine.object({ startsOn: day(), endsOn: lastDay('startsOn'), reason: vine.string().trim().maxLength(200).nullable().optional() })
)
