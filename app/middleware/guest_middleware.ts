import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { localPath } from '#services/answers'
import { landing } from '#services/landing'

/** Signing in or up is for somebody who is not signed in. */
export default class GuestMiddleware {
  async handle({ viewer, request, response }: HttpContext, next: NextFn) {
    // Another tab has signed in meanwhile: this one was going somewhere too.
    if (viewer.user)
      return response
        .redirect()
        .status(303)
        .toPath(localPath(request.input('next')) ?? (await landing(viewer)))
    return next()
  }
}
