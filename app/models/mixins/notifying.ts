import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { signal } from '#models/mixins/live'
import type { Act } from '#models/mixins/act'

export interface News {
  userId: number
  /** `fair.called`: the sentence is `notifications.fair.called` in the reader's language */
  kind: string
  params?: Record<string, string | number>
  /** local path that a click opens */
  path: string
  /** what the news is about, so that it can be withdrawn: `call:12` */
  about?: string
  /** after this it is history: never sent, no longer shown as news */
  expiresAt?: DateTime
}

/** Writes one notification a person, in the transaction of what they are told about. */
export async function notify(trx: TransactionClientContract, { at }: Act, news: News[]) {
  if (news.length === 0) return
  await trx
    .insertQuery()
    .table('notifications')
    .multiInsert(
      news.map(({ userId, kind, params, path, about, expiresAt }) => ({
        user_id: userId,
        kind,
        params: JSON.stringify(params ?? {}),
        path,
        about: about ?? null,
        created_at: at.toJSDate(),
        expires_at: expiresAt?.toJSDate() ?? null,
      }))
    )
  await signal(
    trx,
    news.map(({ userId }) => `users/${userId}`)
  )
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
