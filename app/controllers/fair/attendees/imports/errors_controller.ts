import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { streamErrors } from '#services/csv/errors'

/** The lines that were refused, with why, as a file to be corrected and sent again. */
export default class ErrorsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const staged = await ctx.fair.related('imports').query().where({ id: ctx.params.id, kind: 'attendees' }).firstOrFail()
    return streamErrors(ctx, staged.headers, staged.lines.wrong())
  }
}
