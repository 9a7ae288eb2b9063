import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import StandPolicy from '#policies/fair/stand_policy'
import { fragment } from '#services/fragment'
import { dashboardFilters } from '#validators/fair/filters'

export default class RegionsController {
  async show(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('work', stand)
    const filters = dashboardFilters(ctx.request)
    return fragment(ctx, 'pages/fair/stands/dashboards/_board', { stand, filters, board: await stand.dashboard(filters, DateTime.now()) })
  }
}
