import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { KindName } from '#config/notifications'
import User from '#models/accounts/user'
import { SYSTEM } from '#models/mixins/act'
import { type News, notify } from '#models/mixins/notifying'

/** A Saturday at noon in Paris. */
export const NOON = DateTime.fromISO('2026-11-21T11:00:00Z')
/** The evening after, when nobody is to be disturbed. */
export const NIGHT = NOON.plus({ hours: 11 })

/** One of each kind that tests tell. */
const PARAMS: Partial<Record<KindName, Record<string, string>>> = {
  'board.application_received': { name: 'Alice Durand', title: 'Boulanger' },
  'messaging.message_received': { name: 'Rachid Benali' },
  'fair.called': { stand: 'Globex' },
  'fair.passed': { stand: 'Globex' },
  'accounts.membership_decided': { decision: 'accepted', organisation: 'Acme' },
}

/** Tells these people one thing. */
export async function tell(people: User | User[], kind: KindName, at: DateTime, values: Partial<News> = {}) {
  const news = [people].flat().map(({ id }) => ({ userId: id, kind, params: PARAMS[kind], path: '/salon', ...values }))
  await db.transaction((trx) => notify(trx, { by: SYSTEM, at }, news))
}

/** Somebody who has not shown yet that the address is theirs; the cast has. */
export async function unproved(user: User) {
  await User.query().where('id', user.id).update({ email_verified_at: null })
  return user
}

/** What leaves the building for somebody, in order. */
export async function lettersOf(user: User) {
  return db.from('deliveries').where('user_id', user.id).orderBy('id')
}
