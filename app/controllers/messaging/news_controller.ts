import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import Notification from '#models/messaging/notification'
import { fragment } from '#services/fragment'

/** What the person has not read yet: shown over every page, and counted by its bell. */
export default class NewsController {
  async index(ctx: HttpContext) {
    const user = ctx.viewer.user!
    const latest = await Notification.newsOf(user.id, DateTime.now(), `sign_in:${user.signIn!.id}`)
    return fragment(ctx, 'pages/messaging/news/_region', latest)
  }
}
