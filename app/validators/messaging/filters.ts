import type { HttpRequest } from '@adonisjs/core/http'
import { STATUSES } from '#config/deliveries'
import { GROUPS } from '#config/notifications'
import { asOneOf, asPage, asWords } from '#validators/filters'

export const notificationFilters = (request: HttpRequest) => ({
  show: asOneOf(request.input('show'), ['all', 'unread']),
  group: asOneOf(request.input('group'), ['all', ...GROUPS]),
  page: asPage(request.input('page')),
})

export const deliveryFilters = (request: HttpRequest) => ({
  show: asOneOf(request.input('show'), ['all', ...STATUSES]),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})
