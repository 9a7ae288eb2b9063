import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { StoredObjectSchema } from '#database/schema'
import { TYPES, filesConfig } from '#config/files'
import type { Content } from '#models/files/inspection'
import { type DiskName, defaultDisk, putObject, removeObject } from '#services/disks'

/** How many orphans are removed in one transaction. */
const BATCH = 100

/** What lies on a disk or in a bucket. It belongs to the document that names its key; without one it is an orphan. */
export default class StoredObject extends StoredObjectSchema {
  /**
   * Writes a content under a key that nobody can guess. Its row is committed first, whatever becomes of the caller's
   * transaction: a process killed in the middle leaves an orphan that is known.
   */
  static async put({ type, bytes, read }: Content): Promise<{ disk: DiskName; key: string }> {
    const name = randomBytes(16).toString('hex')
    const object = { disk: await defaultDisk(), key: `${name.slice(0, 2)}/${name.slice(2)}` }
    await this.create({ ...object, createdAt: DateTime.utc() })
    try {
      await putObject(object.disk, object.key, read(), bytes, TYPES[type].media)
    } catch (error) {
      await this.erase([object.key])
      throw error
    }
    return object
  }

  /** Removes what no document names any more. What cannot be removed now is left to the next sweep. */
  static async erase(keys: string[]) {
    try {
      await db.transaction(async (trx) => {
        for (const { disk, key } of await this.query({ client: trx }).whereIn('key', keys).forUpdate()) {
          await removeObject(disk as DiskName, key)
          await this.query({ client: trx }).where('key', key).delete()
        }
      })
    } catch (error) {
      logger.error({ err: error, keys }, 'stored objects could not be removed: the next sweep tries again')
    }
  }

  /** Removes the orphans of processes that were killed, and of owners who are no more. @returns how many */
  static async sweep(at: DateTime) {
    const before = at.minus({ minutes: filesConfig.graceMinutes }).toJSDate()
    for (let swept = 0; ;) {
      const removed = await db.transaction(async (trx) => {
        const orphans = await this.query({ client: trx })
          .where('created_at', '<', before)
          .whereNotExists((living) => void living.from('documents').whereColumn('documents.key', 'stored_objects.key'))
          .orderBy('id')
          .limit(BATCH)
          .forUpdate()
          .skipLocked()
        for (const { disk, key } of orphans) await removeObject(disk as DiskName, key)
        const ids = orphans.map(({ id }) => id)
        await this.query({ client: trx }).whereIn('id', ids).delete()
        return orphans.length
      })
      swept += removed
      if (removed < BATCH) return swept
    }
  }
}
