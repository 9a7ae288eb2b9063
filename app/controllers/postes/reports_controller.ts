import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import { DateTime } from 'luxon'
import Site from '#models/postes/site'
import { usageOf } from '#models/postes/usage'
import { monthOf } from '#models/postes/usage/period'
import SitePolicy from '#policies/postes/site_policy'

/** A month of a site, to be printed. */
export default class ReportsController {
  async show({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const now = DateTime.now()
    const month = monthOf(params.month, now)
    if (!month) throw new errors.E_ROW_NOT_FOUND(Site)
    return view.render('pages/postes/reports/show', { usage: await usageOf(site, month, now) })
  }
}
