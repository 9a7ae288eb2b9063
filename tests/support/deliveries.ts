import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Delivery from '#models/messaging/delivery'
import { SYSTEM } from '#models/mixins/act'
import { type Letter, deliver } from '#models/mixins/delivering'

/** Somebody that is nobody, now: the act of whatever sends deliveries. */
export function now() {
  return { by: SYSTEM, at: DateTime.now() }
}

/** A trial message to Alice, but for what is said otherwise, with its job. */
export async function aDelivery(letter: Partial<Letter> = {}) {
  await db.transaction((trx) =>
    deliver(trx, now(), [{ channel: 'email', address: 'alice@example.org', locale: 'fr', template: 'messaging/trial', ...letter }])
  )
  return Delivery.query().orderBy('id', 'desc').firstOrFail()
}
