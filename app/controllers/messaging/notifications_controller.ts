import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { groupsFor } from '#config/notifications'
import { listNotifications } from '#models/messaging/notification_list'
import { notificationFilters } from '#validators/messaging/filters'

export default class NotificationsController {
  async index({ view, request, viewer }: HttpContext) {
    const filters = notificationFilters(request)
    const list = await listNotifications(viewer.user!.id, filters, DateTime.now())
    return view.render('pages/messaging/notifications/index', { list, filters, groups: groupsFor(viewer) })
  }
}
