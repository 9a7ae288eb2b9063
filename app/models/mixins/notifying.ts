import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { type KindName, modesOf } from '#config/notifications'
import type { Act } from '#models/mixins/act'
import { deliver } from '#models/mixins/delivering'
import { signal } from '#models/mixins/live'
import { type Told, digestTimes, lettersTo } from '#models/mixins/telling'

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
 * the channels of its kind and the choices of each.
 */
export async function notify(trx: TransactionClientContract, act: Act, news: News[]) {
  if (news.length === 0) return
  const told = await write(trx, act, news)
  await deliver(
    trx,
    act,
    told.flatMap((one) => lettersTo(one, act.at))
  )
  await signal(
    trx,
    news.map(({ userId }) => `users/${userId}`)
  )
}

/**
 * One statement for one person and for a thousand: the rows, with what each person's choices make of them. `offset 0`: each user is
 * looked up, where PostgreSQL, which thinks of a hundred people, would read all there are for one.
 * @returns those that leave the building
 */
async function write(trx: TransactionClientContract, { at }: Act, news: News[]): Promise<Told[]> {
  const { rows } = await trx.rawQuery(
    `with news as (
      select nextval('notifications_id_seq') as id, n.*
      from jsonb_to_recordset(:news::jsonb) as n (
        user_id bigint, kind text, params jsonb, path text, about text, expires_at timestamptz, email text, push text, sms text
      )
    ), chosen as (
      select n.*, a.mode = 'off' as silent, coalesce(e.mode, n.email) as by_email, coalesce(p.mode, n.push) as by_push,
        case when n.sms is not null then coalesce(m.mode, n.sms) end as by_sms,
        coalesce(s.digest, 'daily') as rhythm, coalesce(s.quiet_hours, true) as quiet
      from news n
      left join notification_preferences a on (a.user_id, a.kind, a.channel) = (n.user_id, n.kind, 'app')
      left join notification_preferences e on (e.user_id, e.kind, e.channel) = (n.user_id, n.kind, 'email')
      left join notification_preferences p on (p.user_id, p.kind, p.channel) = (n.user_id, n.kind, 'push')
      left join notification_preferences m on (m.user_id, m.kind, m.channel) = (n.user_id, n.kind, 'sms')
      left join notification_settings s on s.user_id = n.user_id
    ), written as (
      insert into notifications (id, user_id, kind, params, path, about, created_at, expires_at, silent, digest_at)
      overriding system value
      select id, user_id, kind, params, path, about, :at::timestamptz, expires_at, coalesce(silent, false),
        case by_email when 'digest' then (:digests::jsonb ->> rhythm)::timestamptz end
      from chosen
    )
    select c.id, c.user_id as "userId", c.kind, c.params, c.path, c.expires_at as "expiresAt", c.quiet, u.given_name as name, u.locale,
      case when c.by_email = 'on' and u.email_verified_at is not null then u.email end as email,
      case when c.by_sms = 'on' then u.phone end as phone,
      coalesce(b.subscriptions, '{}') as subscriptions
    from chosen c
    cross join lateral (select * from users where id = c.user_id offset 0) u
    left join lateral (
      select array_agg(b.id::text) as subscriptions from push_subscriptions b
      join sign_ins i on i.id = b.sign_in_id and i.ended_at is null
      where b.user_id = c.user_id
    ) b on c.by_push = 'on'
    where (c.by_email = 'on' and u.email_verified_at is not null) or b.subscriptions is not null
      or (c.by_sms = 'on' and u.phone is not null)`,
    { news: JSON.stringify(news.map(lineOf)), at: at.toJSDate(), digests: JSON.stringify(digestTimes(at)) }
  )
  return rows
}

function lineOf({ userId, kind, params, path, about, expiresAt }: News) {
  return {
    user_id: userId,
    kind,
    params: params ?? {},
    path,
    about,
    expires_at: expiresAt?.toISO(),
    email: modesOf(kind, 'email')[0],
    push: modesOf(kind, 'push')[0],
    sms: modesOf(kind, 'sms')[0],
  }
}

/** What these notifications told is over: they stop being news, and what has not left yet stays. */
export async function withdrawNews(trx: TransactionClientContract, { at }: Act, about: string[]) {
  if (about.length === 0) return
  const { rows } = await trx.rawQuery(
    `with ended as (
      update notifications set expires_at = :at
      where about = any(:about) and (expires_at is null or expires_at > :at)
      returning id, user_id
    ), stopped as (${stopLetters('ended')}), hushed as (${stopWaiting('about = any(:about)')})
    select user_id from ended`,
    { at: at.toJSDate(), about: about as never }
  )
  await signal(
    trx,
    rows.map((row: { user_id: number }) => `users/${row.user_id}`)
  )
}

/** What is being sent at this instant is locked by whoever sends it: a fair does not wait for a mail server. */
export function stopLetters(ids: string) {
  return stopWaiting(`notification_id in (select id from ${ids})`)
}

function stopWaiting(which: string) {
  return `update deliveries set status = 'expired', ended_at = :at, secrets = null where id in (
    select id from deliveries where status = 'waiting' and ${which} for update skip locked
  )`
}
