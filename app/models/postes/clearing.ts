/* What is kept of the postes no longer than it is of use. */
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type Act, within } from '#models/mixins/act'

/** Tables of what happened there, with the instant from which a row is old; runs, requests and warnings go with their session. */
const PAST = [
  ['poste_sessions', 'ended_at'],
  ['tickets', 'closed_at'],
  ['reservations', 'closed_at'],
  ['screen_messages', 'sent_at'],
] as const

/**
 * Sessions that are over, the line in which people waited for them, what was reserved, and what the desk and the screens said to each other. The
 * figures of their days are reports, which stay.
 */
export const pastSessions = {
  async count(before: Date): Promise<number> {
    const counts = await Promise.all(PAST.map(([table, since]) => db.from(table).where(since, '<', before).count('* as total')))
    return counts.reduce((sum, [{ total }]) => sum + Number(total), 0)
  },
  async remove(trx: TransactionClientContract, before: Date, limit: number): Promise<number> {
    let removed = 0
    for (const [table, since] of PAST) {
      const old = trx
        .from(table)
        .select('id')
        .where(since, '<', before)
        .limit(limit - removed)
        .forUpdate()
        .skipLocked()
      if (removed < limit) removed += Number(await trx.from(table).whereIn('id', old).delete())
    }
    return removed
  },
}

/** Codes that opened nothing count for a quarter of an hour. */
const FAILURES = { days: 1 }
export async function clearFailures(act: Act): Promise<void> {
  await within(act, (trx) => trx.from('code_failures').where('at', '<', act.at.minus(FAILURES).toJSDate()).delete())
}
