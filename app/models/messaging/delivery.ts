import encryption from '@adonisjs/core/services/encryption'
import { compose } from '@adonisjs/core/helpers'
import type { DateTime } from 'luxon'
import { DeliverySchema } from '#database/schema'
import { Ending } from '#models/messaging/delivery/ending'
import { Tracked } from '#models/mixins/tracked'

/** One message on one channel to one address. */
export default class Delivery extends compose(DeliverySchema, Tracked, Ending) {
  isOver(at: DateTime) {
    return this.expiresAt !== null && this.expiresAt <= at
  }

  /** What its template is given; what was secret is there only while it waits. */
  get letter() {
    const { template, locale, params } = this
    return { template, locale, params, secrets: this.readSecrets() ?? {} }
  }

  /** Whether it had secrets that nobody can read, because APP_KEY is no longer the one that hid them. */
  get isUnreadable() {
    return this.secrets !== null && this.readSecrets() === null
  }

  private readSecrets() {
    return this.secrets === null ? null : encryption.decrypt<Record<string, string>>(this.secrets)
  }
}
