import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/auth'
import type { Locale } from '#config/instance'
import PushSubscription from '#models/messaging/push_subscription'
import { done, doneBack } from '#services/answers'
import { pushSubscriptionValidator } from '#validators/messaging/push_subscription'
import { pressed } from '#validators/pressed'

const PAGE = '/messages/preferences'

/** The browsers in which a person is told things while no page is open. */
export default class PushSubscriptionsController {
  async store(ctx: HttpContext) {
    const { viewer, i18n, request } = ctx
    const { fairId = 0, ...keys } = await pressed(request.validateUsing(pushSubscriptionValidator))
    const browser = { ...keys, userAgent: request.header('user-agent') }
    const guest = viewer.guestAt(fairId)
    if (guest) await PushSubscription.subscribeGuest(guest, i18n.locale as Locale, browser, viewer.actAs({ id: guest.attendeeId }))
    else if (viewer.user) await PushSubscription.subscribe(viewer.user, browser, viewer.act())
    else throw new errors.E_UNAUTHORIZED_ACCESS('Nobody is here', { guardDriverName: 'session' })
    return doneBack(ctx, 'messaging.devices.added', {}, PAGE)
  }

  async destroy(ctx: HttpContext) {
    const subscription = await PushSubscription.query().where({ id: ctx.params.id, user_id: ctx.viewer.user!.id }).firstOrFail()
    await subscription.cancel(ctx.viewer.act())
    return done(ctx, 'messaging.devices.removed', {}, PAGE)
  }
}
