import type { HttpContext } from '@adonisjs/core/http'
import { attendeeImport } from '#models/fair/attendee_import'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'

export default class ConfirmationsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const staged = await ctx.fair.related('imports').query().where({ id: ctx.params.id, kind: 'attendees' }).firstOrFail()
    const added = await staged.confirm(attendeeImport(ctx.fair), ctx.viewer.act())
    return done(ctx, 'setup.registrations.imported', { count: added }, `${ctx.fair.path}/attendees`)
  }
}
