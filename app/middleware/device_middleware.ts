import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import PushSubscription from '#models/messaging/push_subscription'
import { vapidKeys } from '#services/vapid'

/** For a page that proposes to be told things on this device while it is closed: which devices are, and our key. */
export default class DeviceMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.view.share({ devices: await devicesOf(ctx), pushKey: vapidKeys()?.publicKey })
    return next()
  }
}

/** Whose place the page shows is who is told of it: whoever signs in beside a guest's place has not linked it yet. */
async function devicesOf({ viewer, fair, attendee }: HttpContext) {
  const guest = attendee && !attendee.userId && viewer.guestAt(fair.id)
  return guest ? PushSubscription.ofGuest(guest.id) : PushSubscription.of(viewer.user?.id ?? null)
}
