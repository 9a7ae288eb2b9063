import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { attendeeFilters } from '#validators/fair/filters'

export default class AttendeesController {
  async index({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const filters = attendeeFilters(request)
    return view.render('pages/fair/attendees/index', { attendees: await fair.attendeeLines(filters), filters })
  }

  async show({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const attendee = await fair.related('attendees').query().where('id', params.id).preload('user').firstOrFail()
    return view.render('pages/fair/attendees/show', { attendee, outlook: await attendee.outlook() })
  }

  async store(ctx: HttpContext) {
    await ctx.fair.attend(ctx.viewer.user!, ctx.viewer.act())
    return done(ctx, 'fair.attendees.arrived', { fair: ctx.fair.name }, `${ctx.fair.path}/my`)
  }
}
