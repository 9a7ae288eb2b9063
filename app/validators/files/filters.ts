import type { HttpRequest } from '@adonisjs/core/http'
import { asOneOf, asPage } from '#validators/filters'

export const importFilters = (request: HttpRequest) => ({
  show: asOneOf(request.input('show'), ['all', 'new', 'known', 'wrong']),
  page: asPage(request.input('page')),
})
