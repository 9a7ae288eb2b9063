import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf } from '#models/postes/desk'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'
import { deskFilters } from '#validators/postes/filters'

export default class RegionsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    return fragment(ctx, 'pages/postes/desks/_board', { desk: await deskOf(ctx.site, DateTime.now()), filters: deskFilters(ctx.request) })
  }
}
