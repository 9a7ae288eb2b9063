/* When somebody may have a poste kept for them, and which. Whoever calls holds the visitor, and lets no hours change meanwhile. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import type { Act } from '#models/mixins/act'
import { clockParams } from '#models/postes/booked'
import type Site from '#models/postes/site'
import { type Opening, type Timetable, openingsOn } from '#models/postes/site/timing'
import type Visitor from '#models/postes/visitor'
import { settings } from '#services/settings'

export interface Slot {
  startsAt: DateTime
  endsAt: DateTime
  /** the reservation that is moved there: it does not stand in its own way */
  except?: { id: number; startsAt: DateTime }
}

/**
 * @throws {Refusal} reservations.refusals.off, past, too_far, closed, closed_day
 */
export async function refuseTime(trx: TransactionClientContract, { at }: Act, site: Site, { startsAt, endsAt, except }: Slot) {
  const there = { status: 422, field: 'time' }
  if (site.reservationDays === 0) throw new Refusal('reservations.refusals.off')
  if (startsAt <= at && except?.startsAt.toMillis() !== startsAt.toMillis()) throw new Refusal('reservations.refusals.past', {}, there)
  if (startsAt >= lastDay(site, at))
    throw new Refusal('reservations.refusals.too_far', { days: site.reservationDays }, { ...there, field: 'day' })
  const openings = daysOpenings(await site.timetable(trx), startsAt)
  if (openings.length === 0) throw new Refusal('reservations.refusals.closed_day', {}, { ...there, field: 'day' })
  if (openings.some(({ from, to }) => from <= startsAt && endsAt <= to)) return
  const hours = openings.map(({ from, to }) => `${from.toFormat('HH:mm')}–${to.toFormat('HH:mm')}`).join(', ')
  throw new Refusal('reservations.refusals.closed', { hours }, there)
}

/** The first instant for which nothing may be reserved any more. */
export function lastDay(site: Site, at: DateTime) {
  return at
    .setZone(settings().zone)
    .startOf('day')
    .plus({ days: site.reservationDays + 1 })
}

/** @param day any instant of it */
export function daysOpenings(timetable: Timetable, day: DateTime): Opening[] {
  return openingsOn(timetable, day.setZone(settings().zone))
}

/**
 * Sessions of a day, and what is reserved that day, are counted together.
 * @param day any instant of it
 * @throws {Refusal} postes.refusals.day_limit, reservations.refusals.day_limit
 */
export async function refuseDay(trx: TransactionClientContract, site: Site, visitor: Visitor, day: DateTime, except = 0) {
  const from = day.setZone(settings().zone).startOf('day')
  const { rows } = await trx.rawQuery(
    `select (select count(*)::integer from poste_sessions s
        where s.visitor_id = :visitor and s.issued_at >= :from and s.issued_at < :until
          and (s.started_at is not null or s.ended_at is null)) as had,
      (select count(*)::integer from reservations r where r.visitor_id = :visitor and r.closed_at is null
          and r.starts_at >= :from and r.starts_at < :until and r.id <> :except) as reserved`,
    { visitor: visitor.id, from: from.toJSDate(), until: from.plus({ days: 1 }).toJSDate(), except }
  )
  const { had, reserved } = rows[0]
  const about = { visitor: visitor.shownName, most: site.sessionsPerDay }
  if (had + reserved < site.sessionsPerDay) return
  if (reserved === 0) throw new Refusal('postes.refusals.day_limit', about, { field: 'visitorId' })
  throw new Refusal('reservations.refusals.day_limit', { ...about, had, reserved }, { field: 'visitorId' })
}

/** @throws {Refusal} reservations.refusals.visitor_booked */
export async function refuseTwice(trx: TransactionClientContract, visitor: Visitor, { startsAt, endsAt, except }: Slot) {
  const other = await trx
    .from('reservations as r')
    .join('postes as p', 'p.id', 'r.poste_id')
    .where('r.visitor_id', visitor.id)
    .whereNull('r.closed_at')
    .whereNot('r.id', except?.id ?? 0)
    .where('r.starts_at', '<', endsAt.toJSDate())
    .where('r.ends_at', '>', startsAt.toJSDate())
    .select('p.name')
    .first()
  if (other) throw new Refusal('reservations.refusals.visitor_booked', { visitor: visitor.shownName, poste: other.name }, { field: 'time' })
}

/** What sentences say of a time. */
export function spanParams({ startsAt, endsAt }: { startsAt: DateTime; endsAt: DateTime }) {
  const [from, to] = [clockParams(startsAt), clockParams(endsAt)]
  return { hour: from.hour, minute: from.minute, untilHour: to.hour, untilMinute: to.minute }
}
