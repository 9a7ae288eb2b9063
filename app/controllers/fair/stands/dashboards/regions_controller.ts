import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf } from '#models/fair/desk'
import StandPolicy from '#policies/fair/stand_policy'
import { fragment } from '#services/fragment'
import { dashboardFilters } from '#validators/fair/filters'

export default class RegionsController {
  async show(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    const policy = ctx.bouncer.with(StandPolicy)
    await policy.authorize('work', stand)
    const filters = dashboardFilters(ctx.request)
    // The note is written beside the part that refetches itself, which only leads to it.
    const desk = await deskOf(stand, { ...filters, note: undefined }, DateTime.now(), await policy.allows('note', stand))
    return fragment(ctx, 'pages/fair/stands/dashboards/_board', { stand, filters, ...desk })
  }
}
