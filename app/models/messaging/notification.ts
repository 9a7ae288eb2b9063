import { NotificationSchema } from '#database/schema'
import type { DateTime } from 'luxon'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

export interface Fresh {
  id: number
  kind: string
  params: Record<string, string | number>
  path: string
}

/** One row tells one person one thing. */
export default class Notification extends NotificationSchema {
  /** What a person has not read and is still true, the newest first. */
  static async newsOf(userId: number, at: DateTime, limit = 3): Promise<Fresh[]> {
    return this.query()
      .where('user_id', userId)
      .whereNull('read_at')
      .where((query) => query.whereNull('expires_at').orWhere('expires_at', '>', at.toJSDate()))
      .orderBy('created_at', 'desc')
      .limit(limit)
      .select('id', 'kind', 'params', 'path')
      .pojo<Fresh>()
  }

  /** Reading twice is reading once; every open page of the person stops showing it. */
  async read(this: Notification, act: Act) {
    await within(act, async (trx) => {
      const read = await Notification.query({ client: trx })
        .where('id', this.id)
        .whereNull('read_at')
        .update({ read_at: act.at.toJSDate() })
      if (Number(read)) await signal(trx, [`users/${this.userId}`])
    })
  }
}
