import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { attendeeFilters } from '#validators/fair/filters'
import { personValidator } from '#validators/fair/registration'

export default class AttendeesController {
  async index({ view, request, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const filters = attendeeFilters(request)
    return view.render('pages/fair/attendees/index', { attendees: await fair.attendeeLines(filters), filters })
  }

  async show({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const attendee = await fair.related('attendees').query().where('id', params.id).preload('user').firstOrFail()
    const [outlook, otherStands] = await Promise.all([attendee.outlook(), attendee.otherStands()])
    return view.render('pages/fair/attendees/show', { attendee, outlook, otherStands })
  }

  async edit({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const attendee = await fair.related('attendees').query().where('id', params.id).firstOrFail()
    return view.render('pages/fair/attendees/edit', { attendee })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.related('attendees').query().where('id', ctx.params.id).firstOrFail()
    await attendee.describe(await ctx.request.validateUsing(personValidator), ctx.viewer.act())
    return done(ctx, 'setup.registrations.described', { name: attendee.fullName }, `${ctx.fair.path}/attendees/${attendee.id}`)
  }

  async store(ctx: HttpContext) {
    await ctx.fair.attend(ctx.viewer.user!, ctx.viewer.act())
    return done(ctx, 'fair.attendees.arrived', { fair: ctx.fair.name }, `${ctx.fair.path}/my`)
  }
}
