import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { Refusal } from '#exceptions/refusal'
import type QueueEntry from '#models/fair/queue_entry'
import type Stand from '#models/fair/stand'
import StandNote from '#models/fair/stand_note'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { inBatches } from '#models/mixins/paging'
import { audit } from '#models/mixins/tracked'

export interface NoteValues {
  text: string | null
  /** 1 to 5 */
  interest: number | null
}

/** A person whom the stand met, as its own file has them. */
export interface Met extends NoteValues {
  id: number
  family_name: string
  given_name: string
  started_at: Date
  minutes: number | null
}

/** What is seen of a note beside a name: never its words, which the next in line could read on the screen. */
export interface NoteMark {
  interest: number | null
  written: boolean
}

/** What the people of a stand keep for themselves about those whom they met. Whoever runs the fair reads none of it. */
export function Noting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** A place whose person has come in at least once. */
    async metAt(this: Stand, entryId: number): Promise<QueueEntry | null> {
      return this.related('entries')
        .query()
        .where('id', entryId)
        .whereExists((interviews) => void interviews.from('interviews').whereColumn('queue_entry_id', 'queue_entries.id'))
        .preload('attendee')
        .first()
    }

    async noteOn(this: Stand, entry: QueueEntry): Promise<StandNote | null> {
      return StandNote.query().where({ stand_id: this.id, queue_entry_id: entry.id }).first()
    }

    /**
     * Saving the same words twice is saving them once.
     * @param version of the note that was read before writing, 0 when there was none
     * @throws {Refusal} fair.refusals.note_unmet, note_changed: somebody else of the stand has saved another meanwhile
     */
    async writeNote(this: Stand, entry: QueueEntry, values: NoteValues, version: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        await holdMet(trx, this, entry)
        const before = await StandNote.query({ client: trx }).where('queue_entry_id', entry.id).first()
        const changed = (['text', 'interest'] as const).filter((field) => (before?.[field] ?? null) !== values[field])
        if (changed.length === 0) return
        if ((before?.version ?? 0) !== version) throw new Refusal('fair.refusals.note_changed', {}, { field: 'note' })
        const note = before ?? new StandNote().merge({ queueEntryId: entry.id, standId: this.id, attendeeId: entry.attendeeId })
        await note
          .useTransaction(trx)
          .merge({ ...values, version: version + 1 })
          .save()
        const changes = { stand: this.id, attendee: entry.attendeeId, ...Object.fromEntries(changed.map((field) => [field, true])) }
        await audit(trx, act, [{ action: 'fair.stand_note.written', object: note.auditObject, fairId: this.fairId, changes }])
        await signal(trx, [this.channel])
      })
    }

    /** Which of these places have a note, and which mark. */
    async noteMarks(this: Stand, entryIds: number[]): Promise<Map<number, NoteMark>> {
      const rows = await StandNote.query()
        .where('stand_id', this.id)
        // One text however many they are: it is planned once.
        .whereRaw('queue_entry_id = any(?)', [entryIds as never])
        .select('queue_entry_id', 'interest', db.raw('text is not null as written'))
        .pojo<NoteMark & { queue_entry_id: number }>()
      return new Map(rows.map(({ queue_entry_id, ...mark }) => [queue_entry_id, mark]))
    }

    /** Those who came in, in the order of their first interview here. */
    allMet(this: Stand): AsyncGenerator<Met> {
      return inBatches(async (after, size) => {
        const { rows } = await db.rawQuery(
          `select i.id, a.family_name, a.given_name, i.started_at, n.text, n.interest,
            round(extract(epoch from i.ended_at - i.started_at) / 60)::int as minutes
          from interviews i
          join attendees a on a.id = i.attendee_id
          left join stand_notes n on n.queue_entry_id = i.queue_entry_id
          where i.stand_id = :stand and i.id > :after
            and not exists (select 1 from interviews later where later.queue_entry_id = i.queue_entry_id and later.id > i.id)
          order by i.id limit :size`,
          { stand: this.id, after, size }
        )
        return rows
      })
    }

    /** That the notes were taken out of the house is told like any other export. */
    async tellNotesTaken(this: Stand, act: Act): Promise<void> {
      await within(act, (trx) => this.track(trx, act, 'fair.stand_note.exported'))
    }
  }
}

/** Two who save at once do it one after the other; nobody else waits for this row while they hold what others want. */
async function holdMet(trx: TransactionClientContract, stand: Stand, entry: QueueEntry) {
  await trx.from('queue_entries').where({ id: entry.id, stand_id: stand.id }).knexQuery.forNoKeyUpdate().select('id')
  const met = await trx.from('interviews').where('queue_entry_id', entry.id).select('id').first()
  if (!met) throw new Refusal('fair.refusals.note_unmet')
}
