import type { HttpContext } from '@adonisjs/core/http'
import { openingsText } from '#models/postes/site_page'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { WEEKDAYS, weekHours } from '#validators/postes/site'

/** When a site is open, each day of a week. */
export default class HoursController {
  async edit({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('manage')
    const { hours } = await site.timetable()
    return view.render('pages/postes/settings/hours/edit', {
      week: WEEKDAYS.map((weekday) => ({ weekday, openings: openingsText(hours, weekday) })),
    })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('manage')
    const count = await ctx.site.setHours(await weekHours(ctx.request), ctx.viewer.act())
    return done(ctx, count ? 'reservations.done.hours' : 'sites.hours.saved', { count }, `${ctx.site.path}/settings`)
  }
}
