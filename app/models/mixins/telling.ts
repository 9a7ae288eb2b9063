import i18nManager from '@adonisjs/i18n/services/main'
import { DateTime } from 'luxon'
import type { Locale } from '#config/instance'
import { DIGEST_HOUR, type KindName, kinds } from '#config/notifications'
import type { Letter } from '#models/mixins/delivering'
import { endOfQuiet, nextDigest } from '#models/mixins/hours'
import { unsubscribePath } from '#models/mixins/unsubscribing'
import { settings } from '#services/settings'

/** A notification that leaves the building, and where to. */
export interface Told {
  id: number
  userId: number
  kind: KindName
  params: Record<string, string | number>
  path: string
  expiresAt: Date | null
  /** nobody is to disturb them at night */
  quiet: boolean
  name: string
  locale: Locale | null
  /** proved to be theirs */
  email: string | null
  /** where they agreed to be told on it */
  phone: string | null
  subscriptions: string[]
}

/** When the next digests leave. */
export function digestTimes(at: DateTime) {
  const clock = { zone: settings().zone, hour: DIGEST_HOUR }
  return { daily: nextDigest(at, 'daily', clock).toISO(), weekly: nextDigest(at, 'weekly', clock).toISO() }
}

/** In the language of whoever is told, and not in that of whoever causes it. */
export function sentenceOf(kind: KindName, params: Record<string, string | number>, locale: Locale) {
  return i18nManager.locale(locale).t(`messaging.news.${kind}`, params)
}

/** Until when this is kept from whoever is not to be disturbed at night, if that is now. */
export function restUntil(kind: KindName, at: DateTime) {
  return kinds[kind].urgent ? undefined : endOfQuiet(at, settings())
}

/** Nothing for what would be over when the night is. */
export function lettersTo(told: Told, at: DateTime): Letter[] {
  const notBefore = told.quiet ? restUntil(told.kind, at) : undefined
  const expiresAt = told.expiresAt ? DateTime.fromJSDate(told.expiresAt) : undefined
  if (expiresAt && expiresAt <= (notBefore ?? at)) return []
  const locale = told.locale ?? settings().locales[0]
  const sentence = sentenceOf(told.kind, told.params, locale)
  const letter = { userId: told.userId, locale, template: 'messaging/notification', expiresAt, notBefore, notificationId: told.id }
  const params = { name: told.name, sentence, path: told.path }
  const secrets = { unsubscribe: unsubscribePath({ userId: told.userId, kind: told.kind }) }
  return [
    ...told.subscriptions.map((address) => ({ ...letter, params, channel: 'push' as const, address })),
    ...(told.phone ? [{ ...letter, params, channel: 'sms' as const, address: told.phone }] : []),
    ...(told.email ? [{ ...letter, params, secrets, channel: 'email' as const, address: told.email }] : []),
  ]
}
