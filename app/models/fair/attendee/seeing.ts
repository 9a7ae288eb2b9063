import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Attendee from '#models/fair/attendee'
import { type Outlook, outlookOf } from '#models/fair/outlook'

export function Seeing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async outlook(this: Attendee): Promise<Outlook> {
      return (await outlookOf(this.id))!
    }

    /** The stands whose queue they are not in, by name. */
    async otherStands(this: Attendee): Promise<{ id: number; name: string }[]> {
      const { rows } = await db.rawQuery(
        `select s.id, s.name from stands s
        where s.fair_id = :fair and not exists (
          select 1 from queue_entries e where e.stand_id = s.id and e.attendee_id = :id and e.left_at is null
        )
        order by s.name collate "fr-x-icu", s.id`,
        { fair: this.fairId, id: this.id }
      )
      return rows
    }
  }
}
