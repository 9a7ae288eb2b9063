import type { HttpContext } from '@adonisjs/core/http'
import { samples } from '#config/letters'
import Delivery from '#models/messaging/delivery'
import { listDeliveries } from '#models/messaging/delivery_list'
import { preview, subjectOf } from '#services/letters'
import { deliveryFilters } from '#validators/messaging/filters'

/** What a demonstration would send, and every template; these pages are nowhere else. */
export default class MailsController {
  async index({ view, request }: HttpContext) {
    const filters = deliveryFilters(request)
    return view.render('pages/messaging/mails/index', { list: await listDeliveries(filters), subjectOf, samples })
  }

  async show({ view, params }: HttpContext) {
    const delivery = await Delivery.findOrFail(params.id)
    return view.render('pages/messaging/mails/show', { delivery, mail: await preview(delivery.letter) })
  }
}
