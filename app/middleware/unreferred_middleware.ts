import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** A page whose own address is a secret tells it to nobody, and no cache keeps it. */
export default class UnreferredMiddleware {
  handle({ response }: HttpContext, next: NextFn) {
    response.header('Referrer-Policy', 'no-referrer')
    response.header('Cache-Control', 'no-store')
    response.header('X-Robots-Tag', 'none')
    return next()
  }
}
