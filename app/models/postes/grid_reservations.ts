/* What is reserved of each poste in the hours to come. */
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { VISITOR_NAME } from '#models/postes/visitor_name'

/** Who has a poste reserved, and when. */
export interface GridReservation {
  id: number
  visitorId: number
  visitor: string | null
  guest: number | null
  startsAt: Date
  endsAt: Date
}

/** As the database writes it. */
export type WrittenReservation = Omit<GridReservation, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }

/** Reservations further away say nothing of what a poste may be given for now (h). */
const AHEAD = 24

/** In SQL: `b.list` of each poste `p` at `:at`, the next first. */
export const RESERVED = `left join lateral (
      select coalesce(json_agg(json_build_object('id', r.id, 'visitorId', r.visitor_id, 'visitor', ${VISITOR_NAME}, 'guest', v.guest_number,
        'startsAt', r.starts_at, 'endsAt', r.ends_at) order by r.starts_at), '[]') as list
      from reservations r join visitors v on v.id = r.visitor_id
      where r.poste_id = p.id and r.closed_at is null and r.starts_at < :at::timestamptz + interval '${AHEAD} hours'
    ) b on true`

export function readReservations(written: WrittenReservation[]): GridReservation[] {
  return written.map((one) => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) }))
}

/** Its visitor is to come soon, or is waited for. */
export function isKept([next]: GridReservation[], at: DateTime) {
  return next !== undefined && next.startsAt <= at.plus({ minutes: postesConfig.reservedMinutes }).toJSDate()
}
