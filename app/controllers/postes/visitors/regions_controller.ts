import type { HttpContext } from '@adonisjs/core/http'
import { visitorLines } from '#models/postes/visitor_list'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'
import { visitorFilters } from '#validators/postes/filters'

/** The list as one types, and as others change it. */
export default class RegionsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const filters = visitorFilters(ctx.request)
    return fragment(ctx, 'pages/postes/visitors/_list', { visitors: await visitorLines(ctx.site, filters), filters })
  }
}
