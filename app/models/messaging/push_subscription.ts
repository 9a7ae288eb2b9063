import { createECDH } from 'node:crypto'
import { compose } from '@adonisjs/core/helpers'
import { PushSubscriptionSchema } from '#database/schema'
import { Refusal } from '#exceptions/refusal'
import { describe } from '#models/accounts/device'
import type User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { Tracked } from '#models/mixins/tracked'
import { isOwn, isPublicSite } from '#services/public_addresses'

/** What a browser gives of itself. */
export interface Browser {
  endpoint: string
  p256dh: string
  auth: string
  userAgent: string | undefined
}

/** More devices than a person has; the oldest gives its place. */
const MOST = 10

/** A browser that agreed to be told things while no page of ours is open. */
export default class PushSubscription extends compose(PushSubscriptionSchema, Tracked) {
  /**
   * A browser that changes hands belongs to the last who agreed in it.
   * @throws {Refusal} messaging.refusals.push, 422
   */
  static async subscribe(user: User, { endpoint, p256dh, auth, userAgent }: Browser, act: Act) {
    if (!isService(endpoint) || !isKey(p256dh) || Buffer.from(auth, 'base64url').length !== 16)
      throw new Refusal('messaging.refusals.push', {}, { status: 422 })
    return within(act, async (trx) => {
      const signInId = user.signIn!.id
      const values = { userId: user.id, signInId, publicKey: p256dh, auth, userAgent: userAgent?.slice(0, 400) ?? null, createdAt: act.at }
      const subscription = await this.updateOrCreate({ endpoint }, values, { client: trx })
      const extra = await this.query({ client: trx }).where('user_id', user.id).orderBy('created_at', 'desc').offset(MOST)
      for (const one of extra) await one.delete()
      await subscription.track(trx, act, 'messaging.push_subscription.made')
      return subscription
    })
  }

  /** Those that still receive: not of a sign-in that was ended. */
  static async of(userId: number) {
    return this.query()
      .where('user_id', userId)
      .whereExists((query) =>
        query.from('sign_ins').whereColumn('sign_ins.id', 'push_subscriptions.sign_in_id').whereNull('sign_ins.ended_at')
      )
      .orderBy('created_at', 'desc')
  }

  /** As a person names it. */
  get described() {
    return describe(this.userAgent)
  }

  async cancel(this: PushSubscription, act: Act): Promise<void> {
    await within(act, async (trx) => {
      await this.useTransaction(trx).delete()
      await this.track(trx, act, 'messaging.push_subscription.ended')
    })
  }
}

function isService(endpoint: string) {
  const url = URL.parse(endpoint)
  return url !== null && (isOwn(url) || isPublicSite(url))
}

/** A point of the curve: with another, every attempt to encrypt would fail. */
function isKey(p256dh: string) {
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    return own.computeSecret(Buffer.from(p256dh, 'base64url')).length > 0
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY') return false
    throw error
  }
}
