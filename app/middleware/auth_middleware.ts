import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/auth'

/** Only for somebody who is signed in; the error handler shows the way to the sign-in page. */
export default class AuthMiddleware {
  handle({ viewer }: HttpContext, next: NextFn) {
    if (!viewer.user) throw new errors.E_UNAUTHORIZED_ACCESS('Nobody is signed in', { guardDriverName: 'session' })
    return next()
  }
}
