import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { landing } from '#services/landing'

/** Signing in or up is for somebody who is not signed in. */
export default class GuestMiddleware {
  handle({ viewer, response }: HttpContext, next: NextFn) {
    if (viewer.user) return response.redirect().status(303).toPath(landing(viewer))
    return next()
  }
}
