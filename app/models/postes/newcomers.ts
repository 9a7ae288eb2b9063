/* Browsers that asked by themselves to be those of a poste: they stand nowhere until somebody says where. */
import { errors } from '@adonisjs/lucid'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import type Site from '#models/postes/site'
import Station, { NEWCOMERS } from '#models/postes/station'

/** One that nobody answers is forgotten after so long (hours). */
const KEPT = 24

export interface Newcomer {
  id: number
  kind: 'page' | 'agent'
  /** what its screen shows */
  label: string
  address: string | null
  askedAt: Date
}

/** The latest first. */
export async function newcomers(at: DateTime): Promise<Newcomer[]> {
  return db
    .from('stations')
    .whereNull('paired_at')
    .whereNull('revoked_at')
    .where('asked_at', '>', at.minus({ hours: KEPT }).toJSDate())
    .orderBy('asked_at', 'desc')
    .limit(50)
    .select('id', 'kind', 'label', db.raw('host(address) as address'), 'asked_at as askedAt')
}

/** @throws E_ROW_NOT_FOUND when it has been answered, or forgotten */
export async function newcomerOf(id: number, at: DateTime): Promise<Newcomer> {
  const found = (await newcomers(at)).find((one) => one.id === id)
  if (!found) throw new errors.E_ROW_NOT_FOUND()
  return found
}

/** The postes that one may become, those that nothing stands on first. */
export async function placesAt({ id }: Site): Promise<{ id: number; name: string; installed: boolean }[]> {
  const { rows } = await db.rawQuery(
    `select p.id, p.name, exists (select 1 from stations t where t.poste_id = p.id and t.kind = 'page' and t.revoked_at is null) as installed
    from postes p where p.site_id = ? and p.retired_at is null order by installed, p.name collate "und-x-icu", p.id`,
    [id]
  )
  return rows
}

/** Nobody knows that browser here. @throws {Refusal} postes.refusals.station_gone */
export async function turnAway(site: Site, id: number, act: Act): Promise<void> {
  await within(act, async (trx) => {
    const station = await Station.findOrFail(id, { client: trx })
    const refused = await trx
      .from('stations')
      .where('id', id)
      .whereNull('paired_at')
      .whereNull('revoked_at')
      .update({ revoked_at: act.at.toJSDate(), revoked_by: authorOf(act.by) })
    if (!Number(refused)) throw new Refusal('postes.refusals.station_gone')
    await audit(trx, act, [{ action: 'postes.station.refused', object: station.auditObject, siteId: site.id }])
    await signal(trx, [NEWCOMERS])
  })
}

/** Those that never stood anywhere, a day after they asked. @returns how many */
export async function forgetNewcomers({ at, ...act }: Act): Promise<number> {
  return within({ ...act, at }, async (trx) => {
    const forgotten = await trx
      .from('stations')
      .whereNull('paired_at')
      .where('asked_at', '<=', at.minus({ hours: KEPT }).toJSDate())
      .delete()
    if (Number(forgotten)) await signal(trx, [NEWCOMERS])
    return Number(forgotten)
  })
}
