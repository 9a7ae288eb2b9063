/* What becomes of reservations when what they are for changes. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import type { Act } from '#models/mixins/act'
import { reservablePoste } from '#models/postes/reservable_postes'
import Reservation from '#models/postes/reservation'
import { endAll } from '#models/postes/reservation/cancelling'
import { daysOpenings } from '#models/postes/reservation_rules'
import { tellPerson, tellReserved } from '#models/postes/reservation_telling'
import type Poste from '#models/postes/poste'
import Site from '#models/postes/site'
import type Visitor from '#models/postes/visitor'

/** The site is not open any more when those begin, or is no more before they end. @returns how many are cancelled */
export async function cancelClosed(trx: TransactionClientContract, act: Act, site: Site): Promise<number> {
  const timetable = await site.timetable(trx)
  const live = await liveWhere(trx, 'site_id', site.id)
  const closed = live.filter(
    ({ startsAt, endsAt }) =>
      startsAt > act.at && !daysOpenings(timetable, startsAt).some(({ from, to }) => from <= startsAt && endsAt <= to)
  )
  await endAll(trx, act, closed, 'closing')
  return closed.length
}

/** A poste leaves the room: who had it reserved has another that is free then, else none. Whoever calls holds the postes of the site. */
export async function relocate(trx: TransactionClientContract, act: Act, poste: Poste): Promise<void> {
  const site = await Site.findOrFail(poste.siteId, { client: trx })
  for (const reservation of await liveWhere(trx, 'poste_id', poste.id)) {
    const slot = { startsAt: reservation.startsAt, endsAt: reservation.endsAt, except: reservation }
    const other = await anotherFor(() => reservablePoste(trx, act, site, null, slot))
    if (!other) await endAll(trx, act, [reservation], 'poste')
    else {
      await reservation.merge({ posteId: other, shownAt: null }).save()
      const starts = reservation.startsAt.toISO()
      await reservation.track(trx, act, 'postes.reservation.moved', { from: poste.id, to: other, starts, minutes: reservation.minutes })
      await tellPerson(trx, act, 'made', [reservation])
      await tellReserved(trx, site.id, [poste.id, other])
    }
  }
}

/** Those of one person who was written twice are those of the one that stays; at one time they have one poste. */
export async function moveReservations(trx: TransactionClientContract, act: Act, kept: Visitor, other: Visitor) {
  const [own, theirs] = [await liveWhere(trx, 'visitor_id', kept.id), await liveWhere(trx, 'visitor_id', other.id)]
  const double = theirs.filter((one) => own.some(({ startsAt, endsAt }) => startsAt < one.endsAt && endsAt > one.startsAt))
  await endAll(trx, act, double, 'desk')
  await trx.from('reservations').where('visitor_id', other.id).update({ visitor_id: kept.id })
}

/** Held in one order, and told in that of the clock. */
async function liveWhere(trx: TransactionClientContract, column: 'site_id' | 'poste_id' | 'visitor_id', id: number) {
  const rows = await Reservation.query({ client: trx }).where(column, id).whereNull('closed_at').orderBy('id').forUpdate()
  return rows.sort((a, b) => a.startsAt.toMillis() - b.startsAt.toMillis())
}

async function anotherFor(find: () => Promise<number>) {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
