import type { HttpRequest } from '@adonisjs/core/http'
import { EVENT_KINDS } from '#config/fair_events'
import { asId, asIds, asOneOf, asPage, asSort, asWords } from '#validators/filters'

/** @param runs the fairs that somebody runs; null is all, and nobody else sees the archive */
export const fairFilters = (request: HttpRequest, runs: number[] | null) => ({
  when: asOneOf(request.input('when'), runs?.length !== 0 ? ['coming', 'past', 'archived'] : ['coming', 'past']),
  sort: asSort(request.input('sort'), ['date', 'name']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

export const standFilters = (request: HttpRequest) => ({
  show: asOneOf(request.input('show'), ['all', 'mine', 'open', 'passed']),
  sort: asSort(request.input('sort'), ['name', 'queue']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

export const sheetFilters = (request: HttpRequest) => ({
  sort: asSort(request.input('sort'), ['name', 'place', 'slots']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

/** `open` names the stands whose queue is unfolded. */
export const controlFilters = (request: HttpRequest) => ({
  open: asIds(request.input('open')),
  state: asOneOf(request.input('state'), ['all', 'recruiting', 'paused']),
  sort: asSort(request.input('sort'), ['name', 'inside', 'waiting', 'available', 'passed']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

export const attendeeFilters = (request: HttpRequest) => ({
  status: asOneOf(request.input('status'), ['all', 'available', 'interviewing', 'paused']),
  sort: asSort(request.input('sort'), ['name', 'queues']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

/** `all` lists everybody who waits; `page` turns those who have passed; `note` is the place that one writes about. */
export const dashboardFilters = (request: HttpRequest) => ({
  all: request.input('all') === '1',
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
  note: asId(request.input('note')),
})

/** `attendee` and `stand` name the one whose events are asked for. */
export const eventFilters = (request: HttpRequest) => ({
  kind: asOneOf(request.input('kind'), ['all', ...EVENT_KINDS]),
  search: asWords(request.input('q')),
  attendee: asId(request.input('attendee')),
  stand: asId(request.input('stand')),
  page: asPage(request.input('page')),
})
