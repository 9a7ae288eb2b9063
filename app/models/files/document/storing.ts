import { createHash } from 'node:crypto'
import { type PurposeName, purposes } from '#config/files'
import { type Content, inspect } from '#models/files/inspection'
import StoredObject from '#models/files/stored_object'
import type { Act } from '#models/mixins/act'
import { settings } from '#services/settings'
import type { Upload } from '#services/upload'

export interface Stored {
  content: Content
  object: Awaited<ReturnType<typeof StoredObject.put>>
  digest: Buffer
}

/** How long a document is kept after its owner's last activity. */
export function daysOf(purpose: PurposeName) {
  return settings().retention[purposes[purpose].clock]
}

/**
 * Looks, stores, then lets `write` say so in the database; when it cannot, nothing stays stored. A transaction of the
 * caller's still holds what it has locked: what it leaves is swept.
 */
export async function stored<T>(upload: Upload, purpose: PurposeName, { trx }: Act, write: (stored: Stored) => Promise<T>) {
  const content = await inspect(upload, purpose)
  const hash = createHash('sha256')
  for await (const chunk of content.read()) hash.update(chunk)
  const object = await StoredObject.put(content)
  try {
    return await write({ content, object, digest: hash.digest() })
  } catch (error) {
    if (!trx) await StoredObject.erase([object.key])
    throw error
  }
}
