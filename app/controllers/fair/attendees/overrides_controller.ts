import type { HttpContext } from '@adonisjs/core/http'
import type { Override } from '#models/fair/attendee/overriding'
import FairPolicy from '#policies/fair/fair_policy'
import { doneBack } from '#services/answers'
import { overrideValidator } from '#validators/fair/override'
import { pressed } from '#validators/pressed'

export default class OverridesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.related('attendees').query().where('id', ctx.params.id).firstOrFail()
    const target = await pressed(ctx.request.validateUsing(overrideValidator))
    await attendee.override(target as Override, ctx.viewer.act())
    return doneBack(ctx, 'fair.attendees.overridden', { name: attendee.fullName }, `${ctx.fair.path}/attendees/${attendee.id}`)
  }
}
