import type { HttpContext } from '@adonisjs/core/http'
import { STATUSES } from '#config/deliveries'
import { listDeliveries } from '#models/messaging/delivery_list'
import AdminPolicy from '#policies/monitoring/admin_policy'
import { channels } from '#services/channels'
import { subjectOf } from '#services/letters'
import { deliveryFilters } from '#validators/messaging/filters'

/** What leaves the building: what was sent, what waits, what could not be. */
export default class DeliveriesController {
  async index({ view, request, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    const filters = deliveryFilters(request)
    const list = await listDeliveries(filters)
    return view.render('pages/messaging/deliveries/index', { list, filters, STATUSES, subjectOf, hasSmtp: channels.email.open })
  }
}
