import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { reservationDay } from '#models/postes/reservation_day'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'
import { dayFilters } from '#validators/postes/filters'

export default class RegionsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const plan = await reservationDay(ctx.site, dayFilters(ctx.request).day || null, DateTime.now())
    return fragment(ctx, 'pages/postes/reservations/_day', { plan })
  }
}
