import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import string from '@adonisjs/core/helpers/string'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { PurposeName } from '#config/files'
import Document, { type Owner } from '#models/files/document'
import { openingsOf } from '#models/files/document/opening'
import type { Act } from '#models/mixins/act'
import type { Upload } from '#services/upload'

/** A row that has documents: its table names the column by which they know it. */
export function Attachable<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Keeps a file that somebody hands in.
     * @throws {Refusal} files.refusals.*, beside the field that the file came in
     */
    attach(upload: Upload, { purpose }: { purpose: PurposeName }, act: Act): Promise<Document> {
      return Document.keep(ownerOf(this), upload, purpose, act)
    }

    /** The newest first. */
    documents(...purposes: PurposeName[]) {
      return Document.of(ownerOf(this), ...purposes)
    }

    /** What components/documents.edge shows: the documents, and who opened them. */
    async filed(...purposes: PurposeName[]) {
      const documents = await this.documents(...purposes)
      return { documents, openings: await openingsOf(documents) }
    }
  }
}

function ownerOf(row: LucidRow) {
  const { table } = row.constructor as LucidModel
  return { [`${string.camelCase(string.singular(table))}Id`]: row.$primaryKeyValue } as Owner
}
