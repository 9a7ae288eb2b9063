import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { clockParams, secondsFree } from '#models/postes/booked'
import { anyFreePoste } from '#models/postes/free_postes'
import type PosteSession from '#models/postes/poste_session'
import type Reservation from '#models/postes/reservation'
import { liveOf, lockLive } from '#models/postes/reservation/holding'
import { newsOf, tellReserved } from '#models/postes/reservation_telling'
import { lockPostes } from '#models/postes/running'
import Site from '#models/postes/site'
import { knownVisitor } from '#models/postes/site/issuing'

/** Whoever reserved a poste has come. */
export function Honouring<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * A code for as long as was reserved, or until the poste is the next one's. A little early will do, if the poste is free; while it is
     * in maintenance, another is given that is free for as long.
     * @throws {Refusal} reservations.refusals.closed_*, early, and those of `site.issue`
     */
    async honour(this: Reservation, act: Act): Promise<PosteSession> {
      return within(act, async (trx) => {
        const site = await Site.findOrFail(this.siteId, { client: trx })
        const { visitorId } = await liveOf(trx, this.id)
        await knownVisitor(trx, site, visitorId)
        const posteId = await holdPosteFor(trx, act, site, await liveOf(trx, this.id))
        const reservation = await lockLive(trx, this.id)
        refuseHour(reservation, site, act.at)
        await reservation.merge({ closedAt: act.at, closedBy: authorOf(act.by), outcome: 'honoured' }).save()
        const seconds = await secondsFree(trx, act, posteId, Math.min(reservation.minutes, site.maxMinutes) * 60)
        const session = await site.issue({ visitorId, posteId, minutes: Math.max(1, Math.floor(seconds / 60)) }, { ...act, trx })
        await reservation.merge({ posteSessionId: session.id }).save()
        await reservation.track(trx, act, 'postes.reservation.honoured', { poste: posteId, session: session.id })
        await withdrawNews(trx, act, [newsOf(reservation)])
        if (posteId !== reservation.posteId) await tellReserved(trx, site.id, [reservation.posteId])
        return session
      })
    }
  }
}

/** Nobody waits before a machine that is not lent. @throws {Refusal} reservations.refusals.early, closed_absent, and those of `anyFreePoste` */
async function holdPosteFor(trx: TransactionClientContract, act: Act, site: Site, reservation: Reservation): Promise<number> {
  const { posteId, minutes } = reservation
  if (await trx.from('poste_maintenances').where('poste_id', posteId).whereNull('ended_at').first()) {
    refuseHour(reservation, site, act.at)
    return anyFreePoste(trx, act, site.id, Math.min(minutes, site.maxMinutes))
  }
  await lockPostes(trx, [posteId])
  return posteId
}

/** @throws {Refusal} reservations.refusals.early, closed_absent */
function refuseHour({ startsAt, endsAt }: Reservation, site: Site, at: DateTime) {
  if (at < startsAt.minus({ minutes: postesConfig.reservedMinutes }))
    throw new Refusal('reservations.refusals.early', clockParams(startsAt))
  if (at >= releaseOf({ startsAt, endsAt }, site)) throw new Refusal('reservations.refusals.closed_absent')
}

/** When nobody is waited for any more. */
export function releaseOf({ startsAt, endsAt }: { startsAt: DateTime; endsAt: DateTime }, site: Site): DateTime {
  const late = startsAt.plus({ minutes: site.reservationGraceMinutes })
  return late < endsAt ? late : endsAt
}
