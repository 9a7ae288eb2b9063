import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf } from '#models/postes/desk'
import SitePolicy from '#policies/postes/site_policy'
import { deskFilters } from '#validators/postes/filters'

export default class DesksController {
  /** Every poste of the site and what is asked of the desk. `poste` is the one whose actions are unfolded. */
  async show({ view, request, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    return view.render('pages/postes/desks/show', { desk: await deskOf(site, DateTime.now()), filters: deskFilters(request) })
  }
}
