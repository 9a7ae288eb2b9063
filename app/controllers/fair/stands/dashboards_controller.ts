import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskOf } from '#models/fair/desk'
import StandPolicy from '#policies/fair/stand_policy'
import { dashboardFilters } from '#validators/fair/filters'

export default class DashboardsController {
  async show({ view, request, params, fair, bouncer }: HttpContext) {
    const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
    const policy = bouncer.with(StandPolicy)
    await policy.authorize('work', stand)
    const filters = dashboardFilters(request)
    const desk = await deskOf(stand, filters, DateTime.now(), await policy.allows('note', stand))
    return view.render('pages/fair/stands/dashboards/show', { stand, filters, ...desk })
  }
}
