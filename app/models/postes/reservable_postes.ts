/* Which postes may be reserved for some time to come. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import type { Act } from '#models/mixins/act'
import { clockParams } from '#models/postes/booked'
import { REMAINING } from '#models/postes/desk_grid'
import { type Candidate, isFree, isMaintained, laterThat, reservedThen } from '#models/postes/candidates'
import { type Slot, spanParams } from '#models/postes/reservation_rules'
import { lockPostes } from '#models/postes/running'
import type Site from '#models/postes/site'
import { settings } from '#services/settings'

/**
 * Holds the poste that is asked for, or the first that is free all that time.
 * @throws {Refusal} postes.refusals.poste_unknown, poste_maintained, reservations.refusals.poste_booked, poste_taken, none, none_later
 */
export async function reservablePoste(
  trx: TransactionClientContract,
  act: Act,
  site: Site,
  posteId: number | null,
  slot: Slot
): Promise<number> {
  const postes: { id: number }[] = await trx.from('postes').where('site_id', site.id).whereNull('retired_at').select('id')
  const wanted = posteId ? postes.filter(({ id }) => id === posteId) : postes
  await lockPostes(
    trx,
    wanted.map(({ id }) => id)
  )
  const candidates = await candidatesOf(
    trx,
    act,
    wanted.map(({ id }) => id),
    slot
  )
  if (!posteId) return anyOf(trx, act, site, candidates, slot)
  if (candidates.length === 0) throw new Refusal('postes.refusals.poste_unknown', {}, { status: 422, field: 'posteId' })
  refusePoste(act, candidates[0], slot)
  return posteId
}

/** Postes that are there before those that are not, those for work before those for games. */
async function candidatesOf(trx: TransactionClientContract, { at }: Act, ids: number[], slot: Slot): Promise<Candidate[]> {
  const day = slot.startsAt.setZone(settings().zone).startOf('day')
  const { rows } = await trx.rawQuery<{ rows: (Omit<Candidate, 'busyUntil'> & { left: number | null })[] }>(
    `select p.id, p.name,
      exists (select 1 from poste_maintenances m where m.poste_id = p.id and m.ended_at is null) as maintained,
      case when s.id is not null then ${REMAINING} end as left,
      (select coalesce(json_agg(json_build_object(
          'from', extract(epoch from r.starts_at)::float8 * 1000, 'to', extract(epoch from r.ends_at)::float8 * 1000)), '[]')
        from reservations r where r.poste_id = p.id and r.closed_at is null and r.id <> :except
          and r.starts_at < :until and r.ends_at > :from) as reserved
    from postes p
    left join poste_sessions s on s.poste_id = p.id and s.ended_at is null
    left join stations t on t.poste_id = p.id and t.kind = 'page' and t.revoked_at is null
    where p.id = any(:ids) and p.retired_at is null
    order by maintained, t.id is null, p.kind = 'gaming', p.name collate "und-x-icu", p.id`,
    {
      at: at.toJSDate(),
      ids: ids as never,
      except: slot.except?.id ?? 0,
      from: day.toJSDate(),
      until: day.plus({ days: 1 }).toJSDate(),
    }
  )
  return rows.map(({ left, ...row }) => ({ ...row, busyUntil: left === null ? null : at.plus({ seconds: left }).toJSDate() }))
}

function refusePoste(act: Act, poste: Candidate, slot: Slot) {
  const field = 'posteId'
  if (isMaintained(poste, act, slot)) throw new Refusal('postes.refusals.poste_maintained', { poste: poste.name }, { field })
  const other = reservedThen(poste, slot.startsAt, slot.endsAt)
  if (other) {
    const [startsAt, endsAt] = [DateTime.fromMillis(other.from), DateTime.fromMillis(other.to)]
    throw new Refusal('reservations.refusals.poste_booked', { poste: poste.name, ...spanParams({ startsAt, endsAt }) }, { field })
  }
  if (poste.busyUntil && poste.busyUntil.getTime() > slot.startsAt.toMillis())
    throw new Refusal(
      'reservations.refusals.poste_taken',
      { poste: poste.name, ...clockParams(DateTime.fromJSDate(poste.busyUntil)) },
      { field }
    )
}

async function anyOf(trx: TransactionClientContract, act: Act, site: Site, candidates: Candidate[], slot: Slot): Promise<number> {
  const free = candidates.find((poste) => isFree(poste, act, slot))
  if (free) return free.id
  const later = laterThat(await site.timetable(trx), act, candidates, slot)
  if (later) throw new Refusal('reservations.refusals.none_later', clockParams(later), { field: 'time' })
  throw new Refusal('reservations.refusals.none', {}, { field: 'time' })
}
