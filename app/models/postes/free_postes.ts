/* Which postes may be given now. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { Refusal } from '#exceptions/refusal'
import type { Act } from '#models/mixins/act'
import { lockPostes } from '#models/postes/running'

/** In SQL, of a poste `p`: neither retired, nor in maintenance, nor given to somebody. */
export const FREE = `p.retired_at is null
  and not exists (select 1 from poste_maintenances m where m.poste_id = p.id and m.ended_at is null)
  and not exists (select 1 from poste_sessions s where s.poste_id = p.id and s.ended_at is null)`

/** In SQL, of a poste `p` that is free: not shown as somebody's at `:at`. */
export const UNRESERVED = `not exists (select 1 from reservations r where r.poste_id = p.id and r.closed_at is null
  and r.starts_at <= :at::timestamptz + make_interval(mins => ${postesConfig.reservedMinutes}))`

/** What anybody may hear of a site: that how many of its postes are free has changed, or when it is open. */
export function freeChannel(siteId: number) {
  return `sites/${siteId}/free`
}

/**
 * Holds that poste, or says why nobody may have it.
 * @throws {Refusal} postes.refusals.poste_unknown, poste_taken, poste_maintained
 */
export async function freePoste(trx: TransactionClientContract, siteId: number, id: number): Promise<number> {
  const poste = await trx.from('postes').where({ id, site_id: siteId }).whereNull('retired_at').forUpdate().first()
  if (!poste) throw new Refusal('postes.refusals.poste_unknown', {}, { status: 422, field: 'posteId' })
  const about = { poste: poste.name }
  if (await trx.from('poste_maintenances').where('poste_id', id).whereNull('ended_at').first())
    throw new Refusal('postes.refusals.poste_maintained', about, { field: 'posteId' })
  if (await trx.from('poste_sessions').where('poste_id', id).whereNull('ended_at').first())
    throw new Refusal('postes.refusals.poste_taken', about, { field: 'posteId' })
  return id
}

/**
 * Holds the first poste that is free for as long, those whose station is there before the others; two who ask at once get two.
 * @throws {Refusal} postes.refusals.none_free, reservations.refusals.none_for
 */
export async function anyFreePoste(trx: TransactionClientContract, { at }: Act, siteId: number, minutes: number): Promise<number> {
  const found = (await firstFree(trx, at, siteId, minutes, 'skip locked')) ?? (await firstOfAll(trx, at, siteId, minutes))
  return freePoste(trx, siteId, found)
}

async function firstFree(trx: TransactionClientContract, at: DateTime, siteId: number, minutes: number, skip = ''): Promise<number | null> {
  const { rows } = await trx.rawQuery(
    `select p.id from postes p
    left join stations t on t.poste_id = p.id and t.kind = 'page' and t.revoked_at is null
    where p.site_id = :site and ${FREE}
      and not exists (select 1 from reservations r where r.poste_id = p.id and r.closed_at is null and r.starts_at < :until)
    order by t.seen_at is null or t.offline_since is not null, p.kind = 'gaming', p.name collate "und-x-icu", p.id
    limit 1 for update of p ${skip}`,
    { site: siteId, until: at.plus({ minutes }).toJSDate() }
  )
  return rows[0]?.id ?? null
}

/** None that nobody holds: somebody may be reserving one for another day. */
async function firstOfAll(trx: TransactionClientContract, at: DateTime, siteId: number, minutes: number): Promise<number> {
  const postes: { id: number }[] = await trx.from('postes').where('site_id', siteId).whereNull('retired_at').select('id')
  await lockPostes(
    trx,
    postes.map(({ id }) => id)
  )
  const found = await firstFree(trx, at, siteId, minutes)
  if (found) return found
  const { rows } = await trx.rawQuery(
    `select p.name, floor(extract(epoch from min(r.starts_at) - :at::timestamptz) / 60)::integer as minutes
    from postes p join reservations r on r.poste_id = p.id and r.closed_at is null
    where p.site_id = :site and ${FREE} group by p.id having min(r.starts_at) >= :at::timestamptz + interval '1 minute'
    order by min(r.starts_at) desc, p.id limit 1`,
    { site: siteId, at: at.toJSDate() }
  )
  if (rows.length === 0) throw new Refusal('postes.refusals.none_free', {}, { field: 'posteId' })
  throw new Refusal('reservations.refusals.none_for', { poste: rows[0].name, minutes: rows[0].minutes }, { field: 'minutes' })
}
