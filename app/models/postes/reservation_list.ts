/* Reservations as the people of a desk, and those who made them, read them. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import type Site from '#models/postes/site'

export interface ReservationLine {
  id: number
  startsAt: Date
  endsAt: Date
  posteId: number
  poste: string
  visitorId: number
  /** null for a guest, whose number it is */
  visitor: string | null
  guest: number | null
  phone: string | null
  email: string | null
  /** they have an account, and are told by it */
  linked: boolean
  outcome: 'honoured' | 'cancelled' | 'absent' | null
  cause: string | null
  closedAt: Date | null
  sessionId: number | null
  remindedAt: Date | null
}

export const RESERVATION_STATES = ['waiting', 'honoured', 'cancelled', 'absent'] as const

const COLUMNS = `r.id, r.starts_at as "startsAt", r.ends_at as "endsAt", r.poste_id as "posteId", p.name as poste, r.visitor_id as "visitorId",
  ${VISITOR_NAME} as visitor, v.guest_number as guest, v.phone, v.email, v.user_id is not null as linked, r.outcome, r.cause,
  r.closed_at as "closedAt", r.poste_session_id as "sessionId", r.reminded_at as "remindedAt"`
const FROM = 'from reservations r join visitors v on v.id = r.visitor_id join postes p on p.id = r.poste_id'

/** All of a day, those that are over too, in the order of the clock. */
export async function reservationsBetween(site: Site, from: DateTime, to: DateTime): Promise<ReservationLine[]> {
  const { rows } = await db.rawQuery(
    `select ${COLUMNS} ${FROM} where r.site_id = :site and r.starts_at >= :from and r.starts_at < :to
    order by r.starts_at, p.name collate "und-x-icu", r.id`,
    { site: site.id, from: from.toJSDate(), to: to.toJSDate() }
  )
  return rows
}

/** Who has no account: to be reminded of what comes soon, or to be told that it is no more, although they did not ask for that. */
export async function callsToMake(site: Site, at: DateTime): Promise<ReservationLine[]> {
  const { rows } = await db.rawQuery(
    `select ${COLUMNS} ${FROM}
    where r.site_id = :site and r.starts_at > :at and v.user_id is null and v.guest_number is null and v.anonymised_at is null
      and ((r.closed_at is null and r.reminded_at is null and r.remind_at <= :at)
        or (r.cause in ('closing', 'poste') and r.told_at is null))
    order by r.closed_at is null, r.starts_at, r.id limit 50`,
    { site: site.id, at: at.toJSDate() }
  )
  return rows
}

/** One of them. */
export async function reservationLine(site: Site, id: number): Promise<ReservationLine | null> {
  const { rows } = await db.rawQuery(`select ${COLUMNS} ${FROM} where r.site_id = :site and r.id = :id`, { site: site.id, id })
  return rows[0] ?? null
}

/** Those to come of whoever has an account, wherever they are known. */
export async function reservationsOfUser(userId: number, at: DateTime): Promise<(ReservationLine & { site: string })[]> {
  const { rows } = await db.rawQuery(
    `select ${COLUMNS}, i.name as site ${FROM} join sites i on i.id = r.site_id
    where v.user_id = :user and r.closed_at is null and r.ends_at > :at order by r.starts_at, r.id`,
    { user: userId, at: at.toJSDate() }
  )
  return rows
}

/** What is to come of somebody, for their sheet. */
export async function reservationsOfVisitor(visitorId: number): Promise<ReservationLine[]> {
  const { rows } = await db.rawQuery(
    `select ${COLUMNS} ${FROM} where r.visitor_id = :visitor and r.closed_at is null order by r.starts_at, r.id limit 20`,
    { visitor: visitorId }
  )
  return rows
}
