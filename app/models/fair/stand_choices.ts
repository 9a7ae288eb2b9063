import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'

export interface StandChoice {
  id: number
  name: string
  place: string | null
  waiting: number
  paused: boolean
}

/** The stands where somebody can be put, in the order of their names. */
export async function standChoices(fair: Fair): Promise<StandChoice[]> {
  const { rows } = await db.rawQuery(
    `select s.id, s.name, s.place,
      (select count(*) from queue_entries e where e.stand_id = s.id and e.left_at is null and e.completed_at is null) as waiting,
      exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as paused
    from stands s where s.fair_id = :fair order by s.name collate "fr-x-icu", s.id`,
    { fair: fair.id }
  )
  return rows
}
