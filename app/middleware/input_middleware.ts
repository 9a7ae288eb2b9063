import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Exception } from '@adonisjs/core/exceptions'

/** PostgreSQL stores no NUL in a text: a request that carries one is refused as a whole. */
export default class InputMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (hasNul(request.all())) throw new Exception('The request holds a character that no text has', { status: 400, code: 'E_BAD_INPUT' })
    return next()
  }
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value && typeof value === 'object') return Object.entries(value).some(([key, inner]) => hasNul(key) || hasNul(inner))
  return false
}
