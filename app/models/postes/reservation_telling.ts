/* Who is told of a reservation: the desk, the screen of the poste, and the person where they have an account. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import { signal, wake } from '#models/mixins/live'
import { notify, withdrawNews } from '#models/mixins/notifying'
import { clockParams } from '#models/postes/booked'
import { SESSIONS } from '#models/postes/running'
import { settings } from '#services/settings'

/** What is told of a reservation. */
export interface ToldReservation {
  id: number
  siteId: number
  visitorId: number
  posteId: number
  startsAt: DateTime
}

export function newsOf({ id }: { id: number }) {
  return `reservation:${id}`
}

/** Tells the desk, its screen, the postes, and the clock that waits for what is due next. */
export async function tellReserved(trx: TransactionClientContract, siteId: number, postes: number[]) {
  await signal(trx, [`sites/${siteId}`, `sites/${siteId}/wall`, ...postes.map((id) => `postes/${id}`)])
  await wake(trx, SESSIONS)
}

const NEWS = {
  made: { kind: 'postes.reservation_made' },
  soon: { kind: 'postes.reservation_soon' },
  cancelled: { kind: 'postes.reservation_cancelled' },
} as const

/** Whose account knows of it; nobody is told what they did themselves. */
export async function tellPerson(trx: TransactionClientContract, act: Act, what: keyof typeof NEWS, reservations: ToldReservation[]) {
  if (reservations.length === 0) return
  await withdrawNews(trx, act, reservations.map(newsOf))
  const { rows } = await trx.rawQuery<{ rows: Told[] }>(
    `select r.id, v.user_id as "userId", i.name as site, p.name as poste, r.starts_at as "startsAt"
    from reservations r join visitors v on v.id = r.visitor_id join sites i on i.id = r.site_id join postes p on p.id = r.poste_id
    where r.id = any(:ids) and v.user_id is not null order by r.id`,
    { ids: reservations.map(({ id }) => id) as never }
  )
  const told = rows.filter(({ userId, startsAt }) => !isThem(act, userId) && startsAt > act.at.toJSDate())
  await notify(
    trx,
    act,
    told.map((row) => newsFor(what, row))
  )
}

interface Told {
  id: number
  userId: number
  site: string
  poste: string
  startsAt: Date
}

function isThem({ by }: Act, userId: number) {
  return by.kind === 'user' && by.id === userId
}

function newsFor(what: keyof typeof NEWS, { id, userId, site, poste, startsAt }: Told) {
  const at = DateTime.fromJSDate(startsAt)
  // At noon it is the same day in every zone.
  const day = DateTime.fromISO(`${at.setZone(settings().zone).toISODate()}T12:00`, { zone: 'utc' }).toMillis()
  return {
    ...NEWS[what],
    userId,
    params: { site, poste, day, ...clockParams(at) },
    path: '/compte/postes',
    about: newsOf({ id }),
    expiresAt: at,
  }
}
