import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { hours, type KindName, modesOf } from '#config/notifications'
import { nextDigest } from '#models/mixins/hours'
import { signal } from '#models/mixins/live'
import type { Act } from '#models/mixins/act'
import { settings } from '#services/settings'

export interface News {
  userId: number
  /** `fair.called`, of config/notifications.ts: the sentence is `messaging.news.fair.called` in the reader's language */
  kind: KindName
  params?: Record<string, string | number>
  /** local path that a click opens */
  path: string
  /** what the news is about, so that it can be withdrawn: `call:12` */
  about?: string
  /** after this it is history: never sent, no longer shown as news */
  expiresAt?: DateTime
}

/**
 * Tells people, in the transaction of what they are told about: one notification a person, and what leaves the building by
 * the channels of its kind and the choices of each. The same number of queries for one person and for a thousand.
 */
export async function notify(trx: TransactionClientContract, act: Act, news: News[]) {
  if (news.length === 0) return
  await write(trx, act, news)
  await signal(
    trx,
    news.map(({ userId }) => `users/${userId}`)
  )
}

async function write(trx: TransactionClientContract, { at }: Act, news: News[]) {
  const clock = { zone: settings().zone, hour: hours.digest }
  await trx.rawQuery(
    `with news as (
      select * from jsonb_to_recordset(:news::jsonb) as n (
        user_id bigint, kind text, params jsonb, path text, about text, expires_at timestamptz, app text, email text
      )
    )
    insert into notifications (user_id, kind, params, path, about, created_at, expires_at, silent, digest_at)
    select n.user_id, n.kind, n.params, n.path, n.about, :at::timestamptz, n.expires_at,
      coalesce(a.mode, n.app, 'on') = 'off',
      case when coalesce(e.mode, n.email) = 'digest' then
        case s.digest when 'weekly' then :weekly::timestamptz else :daily::timestamptz end
      end
    from news n
    left join notification_preferences a on (a.user_id, a.kind, a.channel) = (n.user_id, n.kind, 'app') and n.app is not null
    left join notification_preferences e on (e.user_id, e.kind, e.channel) = (n.user_id, n.kind, 'email') and n.email is not null
    left join notification_settings s on s.user_id = n.user_id`,
    {
      news: JSON.stringify(news.map(lineOf)),
      at: at.toJSDate(),
      daily: nextDigest(at, 'daily', clock).toJSDate(),
      weekly: nextDigest(at, 'weekly', clock).toJSDate(),
    }
  )
}

function lineOf({ userId, kind, params, path, about, expiresAt }: News) {
  return {
    user_id: userId,
    kind,
    params: params ?? {},
    path,
    about,
    expires_at: expiresAt?.toISO(),
    app: modesOf(kind, 'app')[0],
    email: modesOf(kind, 'email')[0],
  }
}

/** What these notifications told is over: they stop being news. */
export async function withdrawNews(trx: TransactionClientContract, { at }: Act, about: string[]) {
  if (about.length === 0) return
  const ended = await trx
    .from('notifications')
    .whereIn('about', about)
    .where((query) => query.whereNull('expires_at').orWhere('expires_at', '>', at.toJSDate()))
    .update({ expires_at: at.toJSDate() }, ['user_id'])
  await signal(
    trx,
    ended.map((row: { user_id: number }) => `users/${row.user_id}`)
  )
}
