/* Until when a poste is free: from then on it is somebody's who reserved it. Whoever calls holds the row of the poste. */
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import type { Act } from '#models/mixins/act'
import { settings } from '#services/settings'

/** Less than that is no use to anybody (s). */
const LEAST = 60

export interface Booked {
  id: number
  poste: string
  from: DateTime
}

/** The first reservation of a poste that is to come, or whose visitor is still waited for. */
export async function nextBooked(client: QueryClientContract, posteId: number): Promise<Booked | null> {
  const row = await client
    .from('reservations as r')
    .join('postes as p', 'p.id', 'r.poste_id')
    .where('r.poste_id', posteId)
    .whereNull('r.closed_at')
    .orderBy('r.starts_at')
    .select('r.id', 'p.name as poste', 'r.starts_at')
    .first()
  return row ? { id: row.id, poste: row.poste, from: DateTime.fromJSDate(row.starts_at) } : null
}

/** How long it may be used from now on (s), as long as is asked for at most. */
export async function secondsFree(trx: TransactionClientContract, { at }: Act, posteId: number, wanted: number): Promise<number> {
  const next = await nextBooked(trx, posteId)
  return next ? Math.min(wanted, Math.floor(next.from.diff(at, 'seconds').seconds)) : wanted
}

/**
 * A poste is given until the next reservation begins, at the most.
 * @param seconds from now on
 * @throws {Refusal} reservations.refusals.held, shorter
 */
export async function refuseBooked(trx: TransactionClientContract, { at }: Act, posteId: number, seconds: number) {
  const next = await nextBooked(trx, posteId)
  if (!next) return
  const free = next.from.diff(at, 'seconds').seconds
  if (free >= seconds) return
  const about = { poste: next.poste, ...clockParams(next.from) }
  if (free < LEAST) throw new Refusal('reservations.refusals.held', about, { field: 'posteId' })
  throw new Refusal('reservations.refusals.shorter', { ...about, minutes: Math.floor(free / 60) }, { field: 'minutes' })
}

/**
 * The same for time that is added.
 * @param left what is granted already (s), from now on
 * @param added what is asked for (s)
 * @throws {Refusal} reservations.refusals.extended
 */
export async function refuseBookedAfter(trx: TransactionClientContract, { at }: Act, posteId: number, left: number, added: number) {
  const next = await nextBooked(trx, posteId)
  if (!next) return
  const free = next.from.diff(at, 'seconds').seconds - left
  if (free >= added) return
  const about = { poste: next.poste, ...clockParams(next.from), minutes: Math.max(0, Math.floor(free / 60)) }
  throw new Refusal('reservations.refusals.extended', about, { field: 'minutes' })
}

/**
 * What a session may run from now on (s): what is left of it, or until the poste is somebody else’s.
 * @throws {Refusal} reservations.refusals.held
 */
export async function timeUntilBooked(trx: TransactionClientContract, act: Act, posteId: number, left: number): Promise<number> {
  const seconds = await secondsFree(trx, act, posteId, left)
  if (seconds < Math.min(left, LEAST)) await refuseBooked(trx, act, posteId, left)
  return seconds
}

/** `14` and `05`, where the instance is: each language writes them in its own way. */
export function clockParams(at: DateTime) {
  const there = at.setZone(settings().zone)
  return { hour: String(there.hour), minute: there.toFormat('mm') }
}
