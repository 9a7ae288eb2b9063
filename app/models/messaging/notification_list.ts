import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'
import { type Group, KINDS, type KindName, kinds } from '#config/notifications'
import { PAGE_SIZE, type Page, pageOf } from '#models/mixins/paging'

export interface NotificationFilters {
  show: 'all' | 'unread'
  group: Group | 'all'
  page: number
}

export interface NotificationLine {
  id: number
  kind: KindName
  params: Record<string, string | number>
  path: string
  createdAt: Date
  readAt: Date | null
  /** it has not been read and is still true */
  fresh: boolean
}

type Where = Pick<DatabaseQueryBuilderContract, 'whereNull' | 'whereIn' | 'where'>

/** Not read, and still true. */
export function fresh(at: DateTime) {
  return (query: Where) =>
    void query.whereNull('read_at').where((still: Where) => void still.whereNull('expires_at').orWhere('expires_at', '>', at.toJSDate()))
}

export function ofGroup(group: Group) {
  return (query: Where) =>
    void query.whereIn(
      'kind',
      KINDS.filter((kind) => kinds[kind].group === group)
    )
}

/** What somebody was told, the latest first. */
export async function listNotifications(userId: number, filters: NotificationFilters, at: DateTime): Promise<Page<NotificationLine>> {
  const list = () => {
    const query = db.from('notifications').where('user_id', userId)
    if (filters.show === 'unread') query.where(fresh(at))
    if (filters.group !== 'all') query.where(ofGroup(filters.group))
    return query
  }
  const [rows, [{ total }]] = await Promise.all([
    list()
      .select('id', 'kind', 'params', 'path', 'created_at as createdAt', 'read_at as readAt')
      .select(db.raw('read_at is null and (expires_at is null or expires_at > ?) as fresh', [at.toJSDate()]))
      .orderByRaw('created_at desc, id desc')
      .limit(PAGE_SIZE)
      .offset((filters.page - 1) * PAGE_SIZE),
    list().count('* as total'),
  ])
  return pageOf(rows as NotificationLine[], total, filters.page)
}
