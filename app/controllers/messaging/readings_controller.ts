import type { HttpContext } from '@adonisjs/core/http'
import { goTo, localPath, returnPath } from '#services/answers'
import Notification from '#models/messaging/notification'

/** A notification has been read: followed, or put away. */
export default class ReadingsController {
  async store(ctx: HttpContext) {
    const notification = await Notification.query().where({ id: ctx.params.id, user_id: ctx.viewer.user!.id }).firstOrFail()
    await notification.read(ctx.viewer.act())
    return goTo(ctx, localPath(ctx.request.input('to')) ?? returnPath(ctx) ?? notification.path)
  }
}
