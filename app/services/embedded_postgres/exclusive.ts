import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseSync } from 'node:sqlite'

const BUSY = 5

/**
 * Runs `work` while no other process runs anything under the lock of this file. SQLite holds the lock because the
 * kernel gives it back however its holder ends, so nobody has to guess whether a lock is stale.
 */
export async function exclusively<T>(path: string, work: () => Promise<T>): Promise<T> {
  const sqlite = await import('node:sqlite')
  const lock = new sqlite.DatabaseSync(path)
  try {
    while (!take(lock)) await sleep(20)
    return await work()
  } finally {
    lock.close()
  }
}

function take(lock: DatabaseSync) {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === BUSY) return false
    throw error
  }
}
