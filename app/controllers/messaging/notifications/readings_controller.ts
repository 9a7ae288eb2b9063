import type { HttpContext } from '@adonisjs/core/http'
import Notification from '#models/messaging/notification'
import { doneBack } from '#services/answers'
import { notificationFilters } from '#validators/messaging/filters'

/** Everything is read, or everything of a group. */
export default class ReadingsController {
  async store(ctx: HttpContext) {
    const { group } = notificationFilters(ctx.request)
    await Notification.readAll(ctx.viewer.user!.id, group === 'all' ? null : group, ctx.viewer.act())
    return doneBack(ctx, 'messaging.notifications.all_read', {}, '/messages/notifications')
  }
}
