/* Which postes may be given now. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'

/** In SQL, of a poste `p`: neither retired, nor in maintenance, nor given to somebody. */
export const FREE = `p.retired_at is null
  and not exists (select 1 from poste_maintenances m where m.poste_id = p.id and m.ended_at is null)
  and not exists (select 1 from poste_sessions s where s.poste_id = p.id and s.ended_at is null)`

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
 * Holds the first free poste, those whose station is there before the others; two who ask at once get two.
 * @throws {Refusal} postes.refusals.none_free
 */
export async function anyFreePoste(trx: TransactionClientContract, siteId: number): Promise<number> {
  const { rows } = await trx.rawQuery(
    `select p.id from postes p
    left join stations t on t.poste_id = p.id and t.kind = 'page' and t.revoked_at is null
    where p.site_id = ? and ${FREE}
    order by t.seen_at is null or t.offline_since is not null, p.kind = 'gaming', p.name collate "und-x-icu", p.id
    limit 1 for update of p skip locked`,
    [siteId]
  )
  if (rows.length === 0) throw new Refusal('postes.refusals.none_free', {}, { field: 'posteId' })
  return freePoste(trx, siteId, rows[0].id)
}
