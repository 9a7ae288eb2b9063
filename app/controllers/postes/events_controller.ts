import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { POSTE_EVENT_KINDS } from '#config/poste_events'
import { actorOf, wordsOf } from '#controllers/postes/events/words'
import { PERIODS, actorsOf, posteEvents } from '#models/postes/events'
import SitePolicy from '#policies/postes/site_policy'
import { settings } from '#services/settings'
import { posteEventFilters } from '#validators/postes/filters'

/** The audit of one site. */
export default class EventsController {
  async index({ view, request, site, bouncer, i18n }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const filters = posteEventFilters(request)
    const now = DateTime.now()
    const [list, operators, postes] = await Promise.all([
      posteEvents(site, filters, now),
      actorsOf(site, now),
      site.related('postes').query().orderBy('name'),
    ])
    const t = i18n.t.bind(i18n)
    const rows = list.rows.map((event) => ({ ...event, said: wordsOf(event, t), by: actorOf(event, t, settings().name) }))
    const periods = Object.keys(PERIODS)
    return view.render('pages/postes/events/index', {
      events: { ...list, rows },
      operators,
      postes,
      filters,
      periods,
      kinds: POSTE_EVENT_KINDS,
    })
  }
}
