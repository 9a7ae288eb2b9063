import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { SYSTEM } from '#models/mixins/act'
import Visitor from '#models/postes/visitor'

/** Of a guest without notes nor account, there is nothing to forget. */
const OLD = `(v.guest_number is null or num_nonnulls(v.notes, v.user_id) > 0)
  and greatest(v.created_at, v.active_at, (${lastSeen('v.id')})) < :before`

/** Known by more than a name, where nobody is asked who they are any more: it was kept for what is not done there now. */
const LEFT = `v.guest_number is null and exists (select 1 from sites i where i.id = v.site_id and i.mode = 'anonymous')
  and (num_nonnulls(v.email, v.phone, v.address, v.birth_date, v.notes, v.identity_kind) > 0
    or exists (select 1 from visitor_consents c where c.visitor_id = v.id and c.withdrawn_at is null)
    or exists (select 1 from documents d where d.visitor_id = v.id and d.key is not null))
  and not exists (select 1 from reservations r where r.visitor_id = v.id and r.closed_at is null)`

const DUE = `v.anonymised_at is null and (${OLD} or ${LEFT})
  and not exists (select 1 from poste_sessions s where s.visitor_id = v.id and s.ended_at is null)`

/** Who visitors are: days after they were last there, and at once where nobody is asked any more. */
export const posteIdentity = {
  async count(before: Date) {
    const { rows } = await db.rawQuery(`select count(*) as total from visitors v where ${DUE}`, { before })
    return Number(rows[0].total)
  },

  /** Whoever came back since keeps their sheet; what another process holds is left to it. */
  async remove(trx: TransactionClientContract, before: Date, limit: number) {
    await rememberActivity(trx)
    const sql = `select v.id from visitors v where ${DUE} order by v.id limit :limit for update of v skip locked`
    const { rows }: { rows: { id: number }[] } = await trx.rawQuery(sql, { before, limit })
    const visitors = await Visitor.query({ client: trx })
      .whereIn(
        'id',
        rows.map(({ id }) => id)
      )
      .orderBy('id')
    for (const visitor of visitors) await visitor.anonymise({ by: SYSTEM, at: DateTime.utc(), trx })
    return visitors.length
  },
}

/** Sessions are forgotten long before who had them: that they took place is remembered here. */
async function rememberActivity(client: QueryClientContract) {
  await client.rawQuery(
    `update visitors v set active_at = seen.at from (select v.id, (${lastSeen('v.id')}) as at from visitors v where v.anonymised_at is null) seen
    where seen.id = v.id and seen.at > coalesce(v.active_at, v.created_at)`
  )
}

/** A session, a place in the line, a poste reserved, a consent: whatever they did last, or are to do. @param id SQL */
function lastSeen(id: string) {
  return `select max(at) from (
    select max(coalesce(s.ended_at, s.issued_at)) as at from poste_sessions s where s.visitor_id = ${id}
    union all select max(t.taken_at) from tickets t where t.visitor_id = ${id}
    union all select max(r.starts_at) from reservations r where r.visitor_id = ${id}
    union all select max(c.given_at) from visitor_consents c where c.visitor_id = ${id}
  ) acts`
}
