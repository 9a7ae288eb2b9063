import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { lastReports } from '#models/postes/reports'
import { usageOf } from '#models/postes/usage'
import { monthsBefore, periodOf } from '#models/postes/usage/period'
import SitePolicy from '#policies/postes/site_policy'

/** The mornings that the page lists. */
const REPORTS = 14

/** How a site was used. */
export default class UsagesController {
  async show({ view, request, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const now = DateTime.now()
    const period = periodOf(String(request.input('period', '')), now)
    const [usage, reports] = await Promise.all([usageOf(site, period, now), lastReports(site, REPORTS)])
    return view.render('pages/postes/usages/show', { usage, reports, months: monthsBefore(now) })
  }
}
