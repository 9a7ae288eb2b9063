import type { HttpRequest } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { POSTE_EVENT_KINDS } from '#config/poste_events'
import type { EventPeriod } from '#models/postes/events'
import { POSTE_GROUPS } from '#models/postes/poste_list'
import { STATES } from '#models/postes/session_list'
import { VISITOR_KINDS } from '#models/postes/visitor_list'
import { asId, asOneOf, asPage, asSort, asWords } from '#validators/filters'

/** `2026-11-22`, if there is such a day. */
function asDay(value: unknown) {
  return typeof value === 'string' && /^2\d{3}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid ? value : ''
}

/** The latest first, unless the address says otherwise. */
export const sessionFilters = (request: HttpRequest) => ({
  state: asOneOf(request.input('state'), ['all', ...STATES]),
  poste: asId(request.input('poste')),
  from: asDay(request.input('from')),
  to: asDay(request.input('to')),
  sort: asSort(request.input('sort') ?? '-issued', ['issued', 'poste', 'visitor', 'used']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

const PERIODS: [EventPeriod, ...EventPeriod[]] = ['24h', '1h', '7d', '30d']

export const posteEventFilters = (request: HttpRequest) => ({
  kind: asOneOf(request.input('kind'), ['all', ...POSTE_EVENT_KINDS]),
  operator: asId(request.input('operator')),
  poste: asId(request.input('poste')),
  period: asOneOf(request.input('period'), PERIODS),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

export const visitorFilters = (request: HttpRequest) => ({
  kind: asOneOf(request.input('kind'), VISITOR_KINDS),
  sort: asSort(request.input('sort'), ['name', 'seen', 'registered']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

/** The poste that is looked at. */
export const deskFilters = (request: HttpRequest) => ({ poste: asId(request.input('poste')) })

/** Who is looked for, and for which poste. */
export const lendingFilters = (request: HttpRequest) => ({ search: asWords(request.input('q')), poste: asId(request.input('poste')) })

/** A day of the reservations; today without. */
export const dayFilters = (request: HttpRequest) => ({ day: asDay(request.input('day')) })

/** Whom, which poste and when somebody is about to reserve. */
export const reservingFilters = (request: HttpRequest) => ({
  ...lendingFilters(request),
  ...dayFilters(request),
  site: asWords(request.input('site')),
  time: /^([01]\d|2[0-3]):[0-5]\d$/.test(String(request.input('time'))) ? String(request.input('time')) : '',
})

export const posteFilters = (request: HttpRequest) => ({
  group: asOneOf(request.input('show'), POSTE_GROUPS),
  sort: asSort(request.input('sort'), ['name', 'place']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})
