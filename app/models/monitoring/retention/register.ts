import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Purpose } from '#config/retention'
import { fairPeople } from '#models/fair/forgetting'
import { pastSessions } from '#models/postes/clearing'
import { expiredDocuments } from '#models/files/clock'
import { posteIdentity } from '#models/postes/forgetting'

/** How the rows of one purpose are found and removed, once they are older than they may be. */
export interface Rule {
  count(before: Date): Promise<number>
  /** Removes at most `limit` of them, and leaves aside those that another process is removing. @returns how many */
  remove(trx: TransactionClientContract, before: Date, limit: number): Promise<number>
}

/** What the night removes. A purpose that is not named here has nothing to remove yet; a room that comes adds its line. */
export const rules: Partial<Record<Purpose, Rule>> = {
  candidateFiles: expiredDocuments('candidateFiles'),
  fairPeople,
  posteSessions: pastSessions,
  posteIdentity,
  connectionLogs: rows('sign_ins', 'coalesce(ended_at, expires_at)'),
  notifications: rows('notifications', 'created_at'),
  deliveries: rows('deliveries', 'ended_at'),
}

/** @param since SQL: the instant from which a row is kept for so many days; a row without one stays */
function rows(table: string, since: string): Rule {
  return {
    async count(before) {
      const [{ total }] = await db.from(table).whereRaw(`${since} < ?`, [before]).count('* as total')
      return Number(total)
    },
    async remove(trx, before, limit) {
      const old = trx.from(table).select('id').whereRaw(`${since} < ?`, [before]).limit(limit).forUpdate().skipLocked()
      return Number(await trx.from(table).whereIn('id', old).delete())
    },
  }
}
