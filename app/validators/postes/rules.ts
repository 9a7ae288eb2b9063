import { isIP } from 'node:net'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { settings } from '#services/settings'
import { hours } from '#services/settings/kinds'

/** A site tells its time at most so often, and so long before the end (s). */
const WARNINGS = { most: 10, least: 5, longest: 3600 }

/** What addresses look like, in the sentences that ask for one. */
const [IPV6, MAC] = ['fd00::20', 'AA:BB:CC:DD:EE:FF']

const week = hours([])

/** `AA-BB-CC-DD-EE-FF`, `aabb.ccdd.eeff`: twelve signs in any of the usual ways of writing them. */
const physical = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const signs = value.replace(/[\s:.-]/g, '').toUpperCase()
  if (!/^[\dA-F]{12}$/.test(signs)) field.report('mac', 'mac', field, { example: MAC })
  else field.mutate(signs.match(/../g)!.join(':'), field)
})

/** What a machine is reached at inside, version 4 or 6, without a zone. */
const internet = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  if (isIP(value) === 0 || value.includes('%')) field.report('ip', 'ip', field, { example: IPV6 })
  else field.mutate(value.toLowerCase(), field)
})

/** `5 min, 30 s`: seconds, where no unit is written. */
const notices = vine.createRule((value, _options: undefined, field) => {
  const parts = typeof value === 'string' ? value.split(/[,;]/).filter((part) => part.trim()) : ['?']
  const seconds = parts.map(secondsOf)
  const fits = seconds.every((one) => one >= WARNINGS.least && one <= WARNINGS.longest)
  if (!fits || parts.length > WARNINGS.most) field.report('warnings', 'warnings', field)
  else field.mutate(seconds, field)
})

/** The openings of a day, `9h-12h30, 14h-18h`; nothing is closed. */
const openings = vine.createRule((value, _options: undefined, field) => {
  const ranges = typeof value === 'string' ? week.parse(value) : undefined
  if (!ranges) field.report('openings', 'openings', field)
  else field.mutate(ranges, field)
})

const real = vine.createRule((value, _options: undefined, field) => {
  if (typeof value !== 'string') return
  const { isValid, year } = dayOf(value)
  if (!isValid || year < 2000 || year > 2999) field.report('date', 'date', field)
})

/** What a field of a time holds: `09:05`. */
const clock = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) field.report('hour', 'hour', field)
})

const notPast = vine.createRule((value, _options: undefined, field) => {
  if (typeof value === 'string' && value < DateTime.now().setZone(settings().zone).toISODate()!) field.report('past', 'past', field)
})

/** The same day at the earliest. */
const notBefore = vine.createRule((value, other: string, field) => {
  const start = (field.parent as Record<string, unknown>)[other]
  if (typeof value === 'string' && typeof start === 'string' && value < start) field.report('after', 'after', field)
})

export const mac = () => vine.string().trim().maxLength(40).use(physical()).nullable().optional()
export const ip = () => vine.string().trim().maxLength(45).use(internet()).nullable().optional()
export const warnings = () => vine.any().use(notices()).nullable().optional()
export const openingsOfDay = () => vine.any().use(openings()).nullable().optional()
export const hour = () => vine.string().use(clock())
export const day = () => vine.string().use(real()).use(notPast()).transform(dayOf)
export const lastDay = (other: string) => vine.string().use(real()).use(notBefore(other)).transform(dayOrNone).nullable().optional()

/** An empty field is transformed too. */
function dayOrNone(value: string | null) {
  return value === null ? null : dayOf(value)
}

function dayOf(value: string) {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? DateTime.fromISO(value, { zone: 'utc' }) : DateTime.invalid('not a day')
}

function secondsOf(part: string) {
  const [, count, unit = 's'] = /^\s*(\d{1,4})\s*(s|min)?\.?\s*$/i.exec(part) ?? []
  return count === undefined ? Number.NaN : Number(count) * (unit.toLowerCase() === 'min' ? 60 : 1)
}
