import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import webPush from 'web-push'
import { appUrl } from '#config/app'
import { deliveriesConfig } from '#config/deliveries'
import { type KindName, kinds } from '#config/notifications'
import Notification from '#models/messaging/notification'
import PushSubscription from '#models/messaging/push_subscription'
import { type Channel, type Outgoing, PermanentFailure, TemporaryFailure } from '#services/channels/channel'
import type { Rendered } from '#services/letters'
import { PrivateAddress, isOwn } from '#services/public_addresses'
import { post } from '#services/public_post'
import { settings } from '#services/settings'
import { vapidKeys } from '#services/vapid'

/** How long a push service keeps what has no end of its own (s). */
const DAY = 86_400

/** To browsers, whether a page of ours is open or not. The address of a delivery is the subscription's number. */
export class PushChannel implements Channel {
  get open() {
    return vapidKeys() !== null
  }

  async send(delivery: Outgoing, rendered: Rendered) {
    // Asked again when it leaves: it may have waited for the morning, and its reader signed out of that computer.
    const theirs = delivery.userId ? PushSubscription.of(delivery.userId) : PushSubscription.ofGuests()
    const subscription = await theirs.where('id', Number(delivery.address)).first()
    if (!subscription) throw new PermanentFailure('the browser is no longer subscribed')
    const news = delivery.notificationId ? await Notification.find(delivery.notificationId) : null
    const urgent = isUrgent(news?.kind ?? delivery.params.kind)
    const { status, headers, text } = await this.#post(subscription, JSON.stringify(payloadOf(delivery, rendered, { news, urgent })), {
      TTL: delivery.expiresAt ? Math.max(0, Math.floor(delivery.expiresAt.toSeconds() - DateTime.now().toSeconds())) : DAY,
      urgency: urgent ? 'high' : 'normal',
      topic: tagOf(delivery),
    })
    if (status === 404 || status === 410) {
      await subscription.gone()
      throw new PermanentFailure(`the browser has gone: ${status}`)
    }
    const refusal = `${status} ${text.slice(0, 200)}`.trim()
    if (status === 429 || status >= 500 || status === 401 || status === 403) throw new TemporaryFailure(refusal)
    if (status >= 300) throw new PermanentFailure(refusal)
    await subscription.reached(DateTime.now())
    return { messageId: headers.location ?? delivery.messageId }
  }

  async #post({ endpoint, publicKey, auth }: PushSubscription, payload: string, options: webPush.RequestOptions) {
    const vapidDetails = { subject: subject(), ...vapidKeys()! }
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh: publicKey, auth } }, payload, {
      ...options,
      vapidDetails,
    })
    try {
      return await post(endpoint, headers, body, { inside: isOwn(new URL(endpoint)) })
    } catch (error) {
      throw new (error instanceof PrivateAddress ? PermanentFailure : TemporaryFailure)((error as Error).message, { cause: error })
    }
  }
}

/** What public/sw.js shows. */
function payloadOf(delivery: Outgoing, { subject, link }: Rendered, { news, urgent }: { news: Notification | null; urgent: boolean }) {
  return {
    title: settings().name,
    body: subject,
    path: news?.path ?? (link ? new URL(link).pathname : '/'),
    tag: tagOf(delivery),
    lang: delivery.locale,
    urgent,
  }
}

/** Of what has no notification, the kind is told with it. */
function isUrgent(kind: unknown) {
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) && (kinds[kind as KindName].urgent ?? false)
}

/** The same however often it is tried: the push service and the browser replace one by the other. */
function tagOf({ messageId }: Outgoing) {
  return createHash('sha256').update(messageId).digest('base64url').slice(0, 32)
}

/** Whom a push service may write to about us: it refuses an address that is neither https nor a mailbox. */
function subject() {
  const { email } = settings()
  if (email) return `mailto:${email}`
  return appUrl.startsWith('https:') ? appUrl : `mailto:no-reply@${deliveriesConfig.domain}`
}
