/* The queues as they are now, for when there is only paper. */
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { type Inside, insideOf } from '#models/fair/dashboard'
import { type Waiting, waitingOf } from '#models/fair/waiting'

export interface PaperStand {
  id: number
  name: string
  place: string | null
  slots: number
  paused: boolean
  /** how many wait or are inside */
  people: number
}

export interface PaperSheet extends PaperStand {
  inside: Inside[]
  waiting: Waiting[]
}

/** The stands where somebody is first: the others share the last page. */
export async function paperStands(fair: Fair): Promise<PaperStand[]> {
  const { rows } = await db.rawQuery(
    `select s.id, s.name, s.place, s.slots,
      exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as paused,
      (select count(*) from queue_entries e where e.stand_id = s.id and e.left_at is null and e.completed_at is null) as people
    from stands s where s.fair_id = :fair
    order by (select count(*) from queue_entries e where e.stand_id = s.id and e.left_at is null and e.completed_at is null) = 0,
      s.name collate "fr-x-icu", s.id`,
    { fair: fair.id }
  )
  return rows
}

/** One stand at a time, for there may be a hundred and twenty with their queues. */
export async function* paperSheets(stands: PaperStand[]): AsyncGenerator<PaperSheet> {
  for (const stand of stands) {
    const [inside, waiting] = stand.people ? await Promise.all([insideOf(stand.id), waitingOf(stand.id, null)]) : [[], []]
    yield { ...stand, inside, waiting }
  }
}
