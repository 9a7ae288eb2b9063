import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { doneBack } from '#services/answers'
import { entryValidator } from '#validators/fair/override'
import { pressed } from '#validators/pressed'

/** "Commencer pour …": whoever is called, and has no phone, is let in by the organiser. */
export default class InterviewsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.related('attendees').query().where('id', ctx.params.id).firstOrFail()
    const { standId } = await pressed(ctx.request.validateUsing(entryValidator))
    const stand = await ctx.fair.related('stands').query().where('id', standId).firstOrFail()
    await stand.startInterview(attendee, ctx.viewer.act())
    const said = { name: attendee.fullName, stand: stand.name }
    return doneBack(ctx, 'setup.registrations.started', said, `${ctx.fair.path}/attendees/${attendee.id}`)
  }
}
