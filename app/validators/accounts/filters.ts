import type { HttpRequest } from '@adonisjs/core/http'
import { USER_GROUPS } from '#models/accounts/user_list'
import { STATUSES } from '#models/accounts/verifying'
import { asOneOf, asPage, asSort, asWords } from '#validators/filters'

export const userFilters = (request: HttpRequest) => ({
  group: asOneOf(request.input('group'), USER_GROUPS),
  sort: asSort(request.input('sort'), ['name', 'created', 'seen']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})

export const queueFilters = (request: HttpRequest) => ({
  status: asOneOf(request.input('status'), STATUSES),
  sort: asSort(request.input('sort'), ['since', 'name']),
  search: asWords(request.input('q')),
  page: asPage(request.input('page')),
})
