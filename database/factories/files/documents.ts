import { Readable } from 'node:stream'
import { DateTime } from 'luxon'
import type { PurposeName } from '#config/files'
import Document, { type Owner } from '#models/files/document'
import { daysOf } from '#models/files/document/storing'
import StoredObject from '#models/files/stored_object'

/** A document as it is once it was handed in, looked at and stored. */
export async function aDocument(owner: Owner, { purpose = 'cv' as PurposeName, name = 'CV.pdf', content = Buffer.from('%PDF-1.4') } = {}) {
  const at = DateTime.utc()
  const facts = { type: 'pdf' as const, name, bytes: content.length, width: null, height: null }
  const object = await StoredObject.put({ ...facts, read: () => Readable.from([content]) })
  const times = { createdAt: at, activeAt: at, expiresAt: at.plus({ days: daysOf(purpose) }) }
  return Document.create({ ...owner, ...facts, ...object, ...times, purpose, digest: Buffer.alloc(32, 1), uploadedBy: 'system' })
}
