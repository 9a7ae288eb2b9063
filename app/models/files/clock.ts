import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PURPOSES, type Purpose, filesConfig, purposes } from '#config/files'
import Document from '#models/files/document'
import { daysOf } from '#models/files/document/storing'
import StoredObject from '#models/files/stored_object'
import { type Act, SYSTEM } from '#models/mixins/act'
import { notify } from '#models/mixins/notifying'
import { settings } from '#services/settings'

/**
 * Every night: the clocks are set by what their owners did, owners are warned, and the objects that nothing names go. What
 * is past its clock goes with whatever else is kept for so many days (`expiredDocuments`). Run twice, or by two
 * processes at once, it does the same.
 */
export async function runClock(act: Act) {
  await setClocks(db.connection())
  await warn(act)
  await StoredObject.sweep(act.at)
}

/** What the retention counts and removes by one of its clocks: documents whose owner was last there before. */
export const expiredDocuments = (clock: Purpose['clock']) => ({
  async count(before: Date) {
    const [{ count }] = await past(clock, before).pojo<{ count: number }>().count('* as count')
    return count
  },

  /** Whoever came back since the clocks were set keeps their documents; what another process holds is left to it. */
  async remove(trx: TransactionClientContract, before: Date, limit: number) {
    await setClocks(trx)
    const documents = await past(clock, before, trx).orderBy('id').limit(limit).forUpdate().skipLocked()
    for (const document of documents) await document.expire({ by: SYSTEM, at: DateTime.utc(), trx })
    return documents.length
  },
})

/** Whoever was to be warned has been, long enough ago: a shorter setting, or nights without us, take nobody by surprise. */
function past(clock: Purpose['clock'], before: Date, trx?: TransactionClientContract) {
  const timed = PURPOSES.filter((name) => purposes[name].clock === clock)
  const unwarned = timed.filter((name) => !purposes[name].warns)
  const at = DateTime.fromJSDate(before).plus({ days: settings().retention[clock] })
  return Document.living(trx)
    .whereIn('purpose', timed)
    .where('active_at', '<=', before)
    .where((ready) => ready.whereIn('purpose', unwarned).orWhere('warned_at', '<=', at.minus({ days: filesConfig.warnDays }).toJSDate()))
}

/** What an owner did last is remembered here: sign-ins are forgotten before most clocks strike. */
async function setClocks(client: QueryClientContract) {
  await client.rawQuery(`
    update documents set active_at = seen.at
    from (select user_id, max(last_seen_at) as at from sign_ins group by user_id) seen
    where documents.user_id = seen.user_id and seen.at > active_at and key is not null`)
  await client.rawQuery(`
    update documents set active_at = seen.at
    from (select organisation_id, max(last_seen_at) as at from sign_ins join memberships using (user_id)
      where accepted_at is not null and left_at is null group by organisation_id) seen
    where documents.organisation_id = seen.organisation_id and seen.at > active_at and key is not null`)
  for (const name of PURPOSES)
    await client.rawQuery(
      `update documents set expires_at = active_at + make_interval(days => :days),
         warned_at = case when active_at + make_interval(days => :days) > expires_at then null else warned_at end
       where purpose = :name and key is not null and expires_at <> active_at + make_interval(days => :days)`,
      { name, days: daysOf(name) }
    )
}

interface Expiring {
  user_id: number
  organisation_id: number | null
  name: string
}

/** One piece of news a person, whatever the number of documents; whoever marks them sends it. */
async function warn(act: Act) {
  const until = act.at.plus({ days: filesConfig.warnDays })
  const warned = PURPOSES.filter((name) => purposes[name].warns)
  await db.transaction(async (trx) => {
    const { rows }: { rows: Expiring[] } = await trx.rawQuery(
      `with marked as (
         update documents set warned_at = :at
         where key is not null and warned_at is null and expires_at <= :until and purpose = any(:warned)
         returning id, user_id, organisation_id, name
       )
       select coalesce(marked.user_id, memberships.user_id) as user_id, marked.organisation_id, marked.name from marked
       left join memberships on memberships.organisation_id = marked.organisation_id and memberships.role = 'owner' and left_at is null
       where coalesce(marked.user_id, memberships.user_id) is not null order by marked.id`,
      { at: act.at.toJSDate(), until: until.toJSDate(), warned }
    )
    const news = [...Map.groupBy(rows, ({ user_id }) => user_id)].map(([userId, documents]) => ({
      userId,
      kind: 'files.expiring' as const,
      params: { count: documents.length, name: documents[0].name, days: filesConfig.warnDays },
      path: pathOf(documents[0]),
      expiresAt: until,
    }))
    await notify(trx, act, news)
  })
}

function pathOf({ organisation_id: organisation }: Expiring) {
  return organisation ? `/compte/organisations/${organisation}` : '/compte/documents'
}
