import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/auth'
import { errors as lucid } from '@adonisjs/lucid'
import Attendee from '#models/fair/attendee'

/**
 * Only for whoever may be at this fair: signed in, or known by the secret link that their phone keeps. `ctx.attendee` is who.
 * With `present`, somebody who is signed in and has not arrived finds nothing.
 */
export default class AttendingMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { present = false }: { present?: boolean } = {}) {
    ctx.attendee = await ctx.fair.attendeeFor(ctx.viewer)
    if (!ctx.viewer.user && !ctx.attendee) throw new errors.E_UNAUTHORIZED_ACCESS('Nobody is here', { guardDriverName: 'session' })
    if (present && !ctx.attendee) throw new lucid.E_ROW_NOT_FOUND(Attendee)
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    attendee: Attendee | null
  }
}
