import type { HttpRequest } from '@adonisjs/core/http'
import { GROUPS } from '#config/notifications'
import { asOneOf, asPage } from '#validators/filters'

export const notificationFilters = (request: HttpRequest) => ({
  show: asOneOf(request.input('show'), ['all', 'unread']),
  group: asOneOf(request.input('group'), ['all', ...GROUPS]),
  page: asPage(request.input('page')),
})
