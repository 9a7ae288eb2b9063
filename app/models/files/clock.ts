import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { PURPOSES, filesConfig, purposes } from '#config/files'
import Document, { daysOf } from '#models/files/document'
import StoredObject from '#models/files/stored_object'
import type { Act } from '#models/mixins/act'
import { notify } from '#models/mixins/notifying'

/** How many documents end in one transaction. */
const BATCH = 100

/**
 * Every night: the clocks are set by what their owners did, owners are warned, what is past its clock goes, and so do
 * the objects that nothing names. Run twice, or by two processes at once, it does the same.
 */
export async function runClock(act: Act) {
  await setClocks()
  await warn(act)
  await expire(act)
  await StoredObject.sweep(act.at)
}

/** How many documents the next run would delete, were nobody to come back. */
export async function countExpired({ at }: Pick<Act, 'at'>) {
  const [{ count }] = await Document.living().where('expires_at', '<=', at.toJSDate()).pojo<{ count: number }>().count('* as count')
  return count
}

/** What an owner did last is remembered here: sign-ins are forgotten before most clocks strike. */
async function setClocks() {
  await db.rawQuery(`
    update documents set active_at = seen.at
    from (select user_id, max(last_seen_at) as at from sign_ins group by user_id) seen
    where documents.user_id = seen.user_id and seen.at > active_at and key is not null`)
  await db.rawQuery(`
    update documents set active_at = seen.at
    from (select organisation_id, max(last_seen_at) as at from sign_ins join memberships using (user_id)
      where accepted_at is not null and left_at is null group by organisation_id) seen
    where documents.organisation_id = seen.organisation_id and seen.at > active_at and key is not null`)
  for (const name of PURPOSES)
    await db.rawQuery(
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
         where key is not null and warned_at is null and expires_at between :at and :until and purpose = any(:warned)
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

async function expire(act: Act) {
  for (;;) {
    const expired = await db.transaction((trx) => expireSome({ ...act, trx }, trx))
    if (expired < BATCH) return
  }
}

/** What another process holds is left to it. */
async function expireSome(act: Act, trx: TransactionClientContract) {
  const documents = await Document.living(trx)
    .where('expires_at', '<=', act.at.toJSDate())
    .orderBy('id')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
  for (const document of documents) await document.expire(act)
  return documents.length
}
