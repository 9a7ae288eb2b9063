import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import db from '@adonisjs/lucid/services/db'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type Document from '#models/files/document'
import { type Act, within } from '#models/mixins/act'
import { type DiskName, type Range, openObject } from '#services/disks'

const OPENED = { object_type: 'document', action: 'files.document.opened' }

/** A reader's program asks for a file piece by piece: that is one reading (minutes). */
const ONE_READING = 10

export interface OpenedBy {
  documentId: number
  name: string
  at: Date
}

/** Reading a document, and who has. */
export function Opening<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @returns the content, or one range of it; null when it is lost */
    content(this: Document, range?: Range) {
      return openObject(this.disk as DiskName, this.key!, range)
    }

    /** The same for somebody who asks: that somebody else reads a person's file is the one line that a GET may write. */
    async read(this: Document, act: Act, range?: Range) {
      if (act.by.kind !== 'user' || !(await this.isHeldBy(act.by.id!))) await this.#tell(act)
      return this.content(range)
    }

    async #tell(this: Document, act: Act) {
      const { by, at } = act
      const since = at.minus({ minutes: ONE_READING }).toJSDate()
      const known = await db
        .from('audit_events')
        .where({ ...OPENED, object_id: this.id, actor_kind: by.kind, actor_id: by.id })
        .where('at', '>', since)
        .first()
      if (!known) await within(act, (trx) => this.track(trx, act, OPENED.action))
    }
  }
}

/** Who opened these documents and when, the last first; once a person and document. */
export async function openingsOf(documents: { id: number }[]): Promise<OpenedBy[]> {
  if (documents.length === 0) return []
  const rows = await db
    .from('audit_events')
    .join('users', 'users.id', 'audit_events.actor_id')
    .where({ ...OPENED, actor_kind: 'user' })
    .whereIn(
      'object_id',
      documents.map(({ id }) => id)
    )
    .groupBy('object_id', 'users.id')
    .orderBy('at', 'desc')
    .select('object_id', 'given_name', 'family_name')
    .max('at as at')
  return rows.map((row) => ({ documentId: row.object_id, name: `${row.given_name} ${row.family_name}`, at: row.at }))
}
