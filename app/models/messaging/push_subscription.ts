import { createECDH } from 'node:crypto'
import { compose } from '@adonisjs/core/helpers'
import { PushSubscriptionSchema } from '#database/schema'
import { DateTime } from 'luxon'
import type { Locale } from '#config/instance'
import { Refusal } from '#exceptions/refusal'
import { describe } from '#models/accounts/device'
import type User from '#models/accounts/user'
import type { HeldGuest } from '#models/accounts/viewer'
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

/** Whose it is: a sign-in's, or a secret link's. */
interface Holder {
  user_id: number | null
  sign_in_id: number | null
  secret_link_id: number | null
  locale: Locale | null
}

/** More devices than a person has; the oldest gives its place. */
const MOST = 10

/** A browser that agreed to be told things while no page of ours is open. */
export default class PushSubscription extends compose(PushSubscriptionSchema, Tracked) {
  /**
   * A browser that changes hands belongs to the last who agreed in it.
   * @throws {Refusal} messaging.refusals.push, 422
   */
  static async subscribe(user: User, browser: Browser, act: Act) {
    return this.#agree({ user_id: user.id, sign_in_id: user.signIn!.id, secret_link_id: null, locale: null }, browser, act)
  }

  /**
   * The same for somebody without account, for as long as the link that the browser keeps is theirs.
   * @throws {Refusal} messaging.refusals.push, 422
   */
  static async subscribeGuest({ id }: HeldGuest, locale: Locale, browser: Browser, act: Act) {
    return this.#agree({ user_id: null, sign_in_id: null, secret_link_id: id, locale }, browser, act)
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

  /** Those that still receive for somebody without account, by the link that they keep. */
  static ofGuest(linkId: number) {
    return this.ofGuests().where('secret_link_id', linkId)
  }

  static ofGuests() {
    return this.query().whereExists((query) =>
      query
        .from('secret_links')
        .whereColumn('secret_links.id', 'push_subscriptions.secret_link_id')
        .whereNull('revoked_at')
        .where('expires_at', '>', DateTime.now().toJSDate())
    )
  }

  static async #agree(holder: Holder, { endpoint, p256dh, auth, userAgent }: Browser, act: Act) {
    if (!isService(endpoint) || !isKey(p256dh) || Buffer.from(auth, 'base64url').length !== 16)
      throw new Refusal('messaging.refusals.push', {}, { status: 422 })
    return within(act, async (trx) => {
      // Their browsers one after the other, so that none is one too many; a browser that agrees twice at once agrees once.
      await trx
        .from(holder.user_id ? 'users' : 'secret_links')
        .where('id', holder.user_id ?? holder.secret_link_id!)
        .forUpdate()
        .select('id')
        .firstOrFail()
      const keys = { public_key: p256dh, auth, user_agent: userAgent?.slice(0, 400) ?? null }
      const row = { endpoint, ...keys, ...holder, created_at: act.at.toJSDate() }
      await trx.knexQuery().insert(row).into('push_subscriptions').onConflict('endpoint').merge()
      const subscription = await this.query({ client: trx }).where({ endpoint }).firstOrFail()
      const { user_id, secret_link_id } = holder
      const own = user_id ? { user_id } : { secret_link_id }
      const extra = await this.query({ client: trx }).where(own).orderBy('created_at', 'desc').offset(MOST)
      for (const one of extra) await one.cancel({ ...act, trx })
      await subscription.track(trx, act, 'messaging.push_subscription.made')
      return subscription
    })
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
