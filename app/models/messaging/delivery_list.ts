import db from '@adonisjs/lucid/services/db'
import type Delivery from '#models/messaging/delivery'
import { PAGE_SIZE, type Page, pageOf } from '#models/mixins/paging'

export interface DeliveryFilters {
  show: 'all' | Delivery['status']
  /** the beginning of an address */
  search: string
  page: number
}

export type DeliveryLine = Pick<
  Delivery,
  'id' | 'channel' | 'address' | 'locale' | 'template' | 'params' | 'status' | 'attempts' | 'reason'
> & { createdAt: Date; dueAt: Date; endedAt: Date | null }

/** What was sent or should be, the latest first. */
export async function listDeliveries({ show, search, page }: DeliveryFilters): Promise<Page<DeliveryLine>> {
  const list = () => {
    const query = db.from('deliveries')
    if (show !== 'all') query.where('status', show)
    if (search) query.whereRaw('lower(address) like ?', [`${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`])
    return query
  }
  const [rows, [{ total }]] = await Promise.all([
    list()
      .select('id', 'channel', 'address', 'locale', 'template', 'params', 'status', 'attempts', 'reason')
      .select('created_at as createdAt', 'due_at as dueAt', 'ended_at as endedAt')
      .orderByRaw('created_at desc, id desc')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    list().count('* as total'),
  ])
  return pageOf(rows as DeliveryLine[], total, page)
}
