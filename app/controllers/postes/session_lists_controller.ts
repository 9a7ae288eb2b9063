import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { STATES, sessionLines } from '#models/postes/session_list'
import SitePolicy from '#policies/postes/site_policy'
import { sessionFilters } from '#validators/postes/filters'

/** Every stay of a visitor on a poste of the site. */
export default class SessionListsController {
  async index({ view, request, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = sessionFilters(request)
    const [sessions, postes] = await Promise.all([
      sessionLines(site, filters, DateTime.now()),
      site.related('postes').query().orderBy('name'),
    ])
    return view.render('pages/postes/session_lists/index', { sessions, postes, filters, states: STATES })
  }
}
