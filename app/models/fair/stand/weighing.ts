import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Stand from '#models/fair/stand'

/** What goes with a stand that is deleted. */
export interface Stakes {
  waiting: number
  inside: number
  passed: number
  notes: number
}

export function Weighing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async stakes(this: Stand): Promise<Stakes> {
      const { rows } = await db.rawQuery(
        `select count(*) filter (where e.completed_at is null and i.id is null) as waiting, count(i.id) as inside,
          count(*) filter (where e.completed_at is not null) as passed,
          (select count(*) from stand_notes where stand_id = :stand) as notes
        from queue_entries e left join interviews i on i.queue_entry_id = e.id and i.ended_at is null
        where e.stand_id = :stand and e.left_at is null`,
        { stand: this.id }
      )
      return rows[0]
    }
  }
}
