import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { listNotifications } from '#models/messaging/notification_list'
import { fragment } from '#services/fragment'
import { notificationFilters } from '#validators/messaging/filters'

export default class RegionsController {
  async index(ctx: HttpContext) {
    const filters = notificationFilters(ctx.request)
    const list = await listNotifications(ctx.viewer.user!.id, filters, DateTime.now())
    return fragment(ctx, 'pages/messaging/notifications/_list', { list, filters })
  }
}
