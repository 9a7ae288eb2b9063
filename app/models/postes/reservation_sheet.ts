import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import type Reservation from '#models/postes/reservation'
import { releaseOf } from '#models/postes/reservation/honouring'
import { type ReservationLine, reservationLine } from '#models/postes/reservation_list'
import type Site from '#models/postes/site'

export interface ReservationSheet {
  line: ReservationLine
  minutes: number
  day: string
  madeAt: Date
  /** null: the system, or somebody who is no more */
  madeBy: string | null
  /** when the poste is anybody's if nobody comes */
  releasedAt: Date
  /** the person may be given the poste now */
  mayCome: boolean
  /** its poste is in maintenance: they would be given another */
  elsewhere: boolean
  remindAt: Date | null
  told: boolean
}

/** All that is known of a reservation. */
export async function reservationSheet(site: Site, reservation: Reservation, at: DateTime): Promise<ReservationSheet> {
  const { startsAt, madeBy } = reservation
  const author = madeBy.startsWith('user:') ? Number(madeBy.slice(5)) : 0
  const [line, user, maintenance] = await Promise.all([
    reservationLine(site, reservation.id),
    db.from('users').where('id', author).select('given_name', 'family_name').first(),
    db.from('poste_maintenances').where('poste_id', reservation.posteId).whereNull('ended_at').first(),
  ])
  const released = releaseOf(reservation, site)
  return {
    line: line!,
    minutes: reservation.minutes,
    day: reservation.dayIso,
    madeAt: reservation.madeAt.toJSDate(),
    madeBy: user ? `${user.given_name} ${user.family_name}` : null,
    releasedAt: released.toJSDate(),
    mayCome: reservation.outcome === null && at >= startsAt.minus({ minutes: postesConfig.reservedMinutes }) && at < released,
    elsewhere: maintenance !== null,
    remindAt: reservation.remindAt?.toJSDate() ?? null,
    told: reservation.toldAt !== null,
  }
}
