import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf, posteAbout } from '#models/postes/desk'
import SitePolicy from '#policies/postes/site_policy'
import { deskFilters } from '#validators/postes/filters'

export default class DesksController {
  /**
   * Every poste of the site and what is asked of the desk. `poste` is the one whose actions are unfolded: also the one about which
   * something was just refused, for the field is among them.
   */
  async show({ view, request, session, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const desk = await deskOf(site, DateTime.now())
    const { poste = posteAbout(desk, String(session.flashMessages.get('refused'))) } = deskFilters(request)
    return view.render('pages/postes/desks/show', { desk, filters: { poste } })
  }
}
