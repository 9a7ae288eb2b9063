import type { DateTime } from 'luxon'
import { type Happening, feedOf } from '#models/fair/feed'
import type QueueEntry from '#models/fair/queue_entry'
import type Stand from '#models/fair/stand'
import type StandNote from '#models/fair/stand_note'
import type { NoteMark } from '#models/fair/stand/noting'
import type { Dashboard, DashboardFilters } from '#models/fair/stand/reporting'

export interface DeskFilters extends DashboardFilters {
  /** the place whose note is being written */
  note: number | undefined
}

/** A stand's whole screen. */
export interface Desk {
  board: Dashboard
  feed: Happening[]
  /** by place; null for those who do not read them */
  marks: Map<number, NoteMark> | null
  /** the person about whom one writes */
  noted: { entry: QueueEntry; note: StandNote | null } | null
}

/** @param notes whether whoever looks keeps this stand's notes */
export async function deskOf(stand: Stand, filters: DeskFilters, at: DateTime, notes: boolean): Promise<Desk> {
  const [board, feed] = await Promise.all([stand.dashboard(filters, at), feedOf({ standId: stand.id })])
  if (!notes) return { board, feed, marks: null, noted: null }
  const [marks, noted] = await Promise.all([
    stand.noteMarks([...board.inside, ...board.passed.rows].map(({ entryId }) => entryId)),
    filters.note ? notedAt(stand, filters.note) : null,
  ])
  return { board, feed, marks, noted }
}

async function notedAt(stand: Stand, id: number) {
  const entry = await stand.metAt(id)
  return entry && { entry, note: await stand.noteOn(entry) }
}
