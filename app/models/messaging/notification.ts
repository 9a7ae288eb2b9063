import { NotificationSchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { type Group, KINDS, type KindName, kinds } from '#config/notifications'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { stopLetters } from '#models/mixins/notifying'
import { fresh } from '#models/messaging/notification_list'

export interface Fresh {
  id: number
  kind: KindName
  params: Record<string, string | number>
  path: string
  /** `call:12` */
  about: string | null
}

/** The bell says "more than" from here on: nobody counts that far. */
const MOST = 100

/** How many are shown over the page at once, and for how long after they were told: later, the bell counts them. */
const OVER_THE_PAGE = 3
const NEW = { minutes: 5 }

/** It is now or never: over the page for as long as it is true. */
const URGENT = KINDS.filter((kind) => kinds[kind].urgent)

/** One row tells one person one thing. */
export default class Notification extends NotificationSchema {
  /** How many a person has not read that are still true; 100 for more than 99. */
  static async unreadOf(userId: number, at: DateTime): Promise<number> {
    const some = db.from('notifications').where('user_id', userId).where(fresh(at)).limit(MOST).select('id')
    const [{ total }] = await db.from(some.as('some')).count('* as total')
    return total
  }

  /**
   * Those to be shown over a page, which are new or urgent, and not of a kind that the person wants in the list only; and
   * how many there are in all.
   * @param here what the sign-in that asks is called: news about it is for the person's other pages
   */
  static async newsOf(userId: number, at: DateTime, here = ''): Promise<{ unread: number; news: Fresh[] }> {
    const some = db.from('notifications').where('user_id', userId).where(fresh(at)).orderBy('created_at', 'desc').limit(MOST).select('*')
    const values = { here, since: at.minus(NEW).toJSDate(), urgent: URGENT }
    const listed = db.raw('silent or about is not distinct from :here or (created_at < :since and kind <> all(:urgent))', values as never)
    const rows = await db
      .from(some.select(listed.wrap('(', ') as listed')).as('some'))
      .select('id', 'kind', 'params', 'path', 'about', 'listed', db.raw('count(*) over ()::int as unread'))
      .orderBy([{ column: 'listed' }, { column: 'created_at', order: 'desc' }])
      .limit(OVER_THE_PAGE)
    return {
      unread: rows[0]?.unread ?? 0,
      news: rows.filter(({ listed }) => !listed).map(({ id, kind, params, path, about }) => ({ id, kind, params, path, about })),
    }
  }

  /** Reading everything, or everything of one group; nothing that came later. */
  static async readAll(userId: number, group: Group | null, act: Act) {
    await read(
      act,
      userId,
      `created_at <= :at and kind = any(:which)`,
      KINDS.filter((kind) => !group || kinds[kind].group === group)
    )
  }

  /** Reading twice is reading once; every open page of the person stops showing it. */
  async read(this: Notification, act: Act) {
    await read(act, this.userId, 'id = any(:which)', [this.id])
  }
}

/** What somebody has read here need not reach them elsewhere. */
async function read(act: Act, userId: number, where: string, which: (string | number)[]) {
  await within(act, async (trx) => {
    const { rows } = await trx.rawQuery(
      `with seen as (
        update notifications set read_at = :at where user_id = :user and read_at is null and ${where} returning id
      ), stopped as (${stopLetters('seen')})
      select id from seen limit 1`,
      { at: act.at.toJSDate(), user: userId, which: which as never }
    )
    if (rows.length > 0) await signal(trx, [`users/${userId}`])
  })
}
