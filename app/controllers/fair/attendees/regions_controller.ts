import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { fragment } from '#services/fragment'
import { attendeeFilters } from '#validators/fair/filters'

/** What the organiser's pages about people refetch. */
export default class RegionsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const filters = attendeeFilters(ctx.request)
    return fragment(ctx, 'pages/fair/attendees/_list', { attendees: await ctx.fair.attendeeLines(filters), filters })
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const attendee = await ctx.fair.related('attendees').query().where('id', ctx.params.id).preload('user').firstOrFail()
    return fragment(ctx, 'pages/fair/attendees/_about', { attendee, outlook: await attendee.outlook() })
  }
}
