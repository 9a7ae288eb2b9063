import type { HttpContext } from '@adonisjs/core/http'
import { reportOf } from '#models/fair/report'
import FairPolicy from '#policies/fair/fair_policy'

/** What was of the fair, to be printed. */
export default class ReportsController {
  async show({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/reports/show', { report: await reportOf(fair) })
  }
}
