import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@adonisjs/auth'
import { errors as lucid } from '@adonisjs/lucid'
import Attendee from '#models/fair/attendee'
import { type Outlook, outlookFor } from '#models/fair/outlook'

/**
 * Only for whoever may be at this fair: signed in, or known by the secret link that their phone keeps. `ctx.attendee` is who.
 * With `present`, somebody who is signed in and has not arrived finds nothing. With `outlook`, what they see of the fair is
 * asked at once, as `ctx.outlook`, and nothing else of them: pages refetch it all day.
 */
export default class AttendingMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { present = false, outlook = false } = {}) {
    if (outlook) ctx.outlook = await outlookFor(ctx.fair, ctx.viewer)
    else ctx.attendee = await ctx.fair.attendeeFor(ctx.viewer)
    const found = outlook ? ctx.outlook : ctx.attendee
    if (!ctx.viewer.user && !found) throw new errors.E_UNAUTHORIZED_ACCESS('Nobody is here', { guardDriverName: 'session' })
    if (present && !found) throw new lucid.E_ROW_NOT_FOUND(Attendee)
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    attendee: Attendee | null
    outlook: Outlook | null
  }
}
