import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** In the place of a name: the lists and the figures of a fair that is over keep their lines. */
const NOBODY = '–'

/**
 * What says something about somebody at a fair that ended before: what stands noted of them, what an organiser told them alone, and of
 * those without an account the phones that rang for them, their names and their addresses. The others decide of theirs with their account.
 */
const DUE = {
  stand_notes:
    'select n.id from stand_notes n join stands s on s.id = n.stand_id join fairs f on f.id = s.fair_id where f.ends_at < :before',
  announcements: `select n.id from announcements n join fairs f on f.id = n.fair_id
    where n.attendee_id is not null and f.ends_at < :before`,
  push_subscriptions: `select n.id from push_subscriptions n join secret_links l on l.id = n.secret_link_id
    join attendees a on a.id = l.attendee_id join fairs f on f.id = a.fair_id where f.ends_at < :before`,
  attendees: `select a.id from attendees a join fairs f on f.id = a.fair_id
    where a.user_id is null and f.ends_at < :before and (a.given_name <> '${NOBODY}' or a.family_name <> '${NOBODY}')`,
}

/** The retention of what is known of people at fairs: days after the end of each. */
export const fairPeople = {
  async count(before: Date) {
    const counts = Object.values(DUE).map(
      async (due) => (await db.rawQuery(`select count(*) as total from (${due}) due`, { before })).rows[0].total
    )
    return (await Promise.all(counts)).reduce((sum, one) => sum + Number(one), 0)
  },

  async remove(trx: TransactionClientContract, before: Date, limit: number) {
    let removed = 0
    for (const [table, due] of Object.entries(DUE)) {
      const alias = table === 'attendees' ? 'a' : 'n'
      const ids = `${due} order by ${alias}.id limit :limit for update of ${alias} skip locked`
      const sql =
        table === 'attendees'
          ? `update attendees set given_name = '${NOBODY}', family_name = '${NOBODY}', email = null, phone = null where id in (${ids})`
          : `delete from ${table} where id in (${ids})`
      const { rowCount } = await trx.rawQuery(sql, { before, limit: limit - removed })
      removed += rowCount
    }
    return removed
  },
}
