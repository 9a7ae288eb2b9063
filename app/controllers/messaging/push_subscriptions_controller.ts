import type { HttpContext } from '@adonisjs/core/http'
import PushSubscription from '#models/messaging/push_subscription'
import { done, doneBack } from '#services/answers'
import { pushSubscriptionValidator } from '#validators/messaging/push_subscription'
import { pressed } from '#validators/pressed'

const PAGE = '/messages/preferences'

/** The browsers in which a person is told things while no page is open. */
export default class PushSubscriptionsController {
  async store(ctx: HttpContext) {
    const keys = await pressed(ctx.request.validateUsing(pushSubscriptionValidator))
    const browser = { ...keys, userAgent: ctx.request.header('user-agent') }
    await PushSubscription.subscribe(ctx.viewer.user!, browser, ctx.viewer.act())
    return doneBack(ctx, 'messaging.devices.added', {}, PAGE)
  }

  async destroy(ctx: HttpContext) {
    const subscription = await PushSubscription.query().where({ id: ctx.params.id, user_id: ctx.viewer.user!.id }).firstOrFail()
    await subscription.cancel(ctx.viewer.act())
    return done(ctx, 'messaging.devices.removed', {}, PAGE)
  }
}
