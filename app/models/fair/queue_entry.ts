import { QueueEntrySchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Attendee from '#models/fair/attendee'
import Stand from '#models/fair/stand'
import type { Act } from '#models/mixins/act'
import { Tracked } from '#models/mixins/tracked'

/** An attendee's place in a stand's queue. */
export default class QueueEntry extends compose(QueueEntrySchema, Tracked) {
  @belongsTo(() => Stand)
  declare stand: BelongsTo<typeof Stand>

  @belongsTo(() => Attendee)
  declare attendee: BelongsTo<typeof Attendee>

  /** A line of the audit about this place: whose it is, and where. */
  async trackPlace(this: QueueEntry, trx: TransactionClientContract, act: Act, action: string, more: object = {}): Promise<void> {
    await this.track(trx, act, action, { stand: this.standId, attendee: this.attendeeId, ...more })
  }

  /** Where it is among those who wait at the stand now, from 1, and of how many; null when it waits no more. */
  async standing(this: QueueEntry): Promise<{ rank: number; of: number } | null> {
    const { rows } = await db.rawQuery(
      `select * from (
        select e.id, row_number() over (order by e.rank_key, e.id)::int as rank, count(*) over () as of
        from queue_entries e
        where e.stand_id = :stand and e.left_at is null and e.completed_at is null
          and not exists (select 1 from interviews i where i.queue_entry_id = e.id and i.ended_at is null)
      ) waiting where id = :id`,
      { stand: this.standId, id: this.id }
    )
    return rows[0] ?? null
  }
}
