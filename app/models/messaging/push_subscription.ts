import { createECDH } from 'node:crypto'
import { compose } from '@adonisjs/core/helpers'
import { PushSubscriptionSchema } from '#database/schema'
import type { DateTime } from 'luxon'
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
      // Their browsers one after the other, so that none is one too many; a browser that agrees twice at once agrees once.
      await trx.from('users').where('id', user.id).forUpdate().select('id').firstOrFail()
      const keys = { public_key: p256dh, auth, user_agent: userAgent?.slice(0, 400) ?? null }
      const row = { endpoint, ...keys, user_id: user.id, sign_in_id: user.signIn!.id, created_at: act.at.toJSDate() }
      await trx.knexQuery().insert(row).into('push_subscriptions').onConflict('endpoint').merge()
      const subscription = await this.query({ client: trx }).where({ endpoint }).firstOrFail()
      const extra = await this.query({ client: trx }).where('user_id', user.id).orderBy('created_at', 'desc').offset(MOST)
      for (const one of extra) await one.cancel({ ...act, trx })
      await subscription.track(trx, act, 'messaging.push_subscription.made')
      return subscription
    })
  }

  /** Those of a person that still receive: not of a sign-in that was ended, nor of whoever had the browser before. */
  static of(userId: number | null) {
    return this.query()
      .where('user_id', userId ?? 0)
      .whereExists((query) =>
        query.from('sign_ins').whereColumn('sign_ins.id', 'push_subscriptions.sign_in_id').whereNull('sign_ins.ended_at')
      )
      .orderBy('created_at', 'desc')
  }

  /** As a person names it. */
  get described() {
    return describe(this.userAgent)
  }

  /** The push service has taken something for it. */
  async reached(this: PushSubscription, at: DateTime): Promise<void> {
    await this.merge({ lastOkAt: at }).save()
  }

  /** The push service says that the browser is there no more: nobody decided it, and there is nobody to tell. */
  async gone(this: PushSubscription): Promise<void> {
    await this.delete()
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
