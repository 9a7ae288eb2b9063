import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import PushSubscription from '#models/messaging/push_subscription'
import { vapidKeys } from '#services/vapid'

/** For a page that proposes to be told things on this device while it is closed: which devices are, and our key. */
export default class DeviceMiddleware {
  async handle({ viewer, view }: HttpContext, next: NextFn) {
    view.share({ devices: viewer.user ? await PushSubscription.of(viewer.user.id) : [], pushKey: vapidKeys()?.publicKey })
    return next()
  }
}
