import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import StandPolicy from '#policies/fair/stand_policy'
import { dashboardFilters } from '#validators/fair/filters'

export default class DashboardsController {
  async show({ view, request, params, fair, bouncer }: HttpContext) {
    const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
    await bouncer.with(StandPolicy).authorize('work', stand)
    const filters = dashboardFilters(request)
    return view.render('pages/fair/stands/dashboards/show', { stand, filters, board: await stand.dashboard(filters, DateTime.now()) })
  }
}
