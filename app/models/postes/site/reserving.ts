import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { type Act, authorOf, within } from '#models/mixins/act'
import { reservablePoste } from '#models/postes/reservable_postes'
import Reservation from '#models/postes/reservation'
import { remindAt } from '#models/postes/reservation/reminding'
import { refuseDay, refuseTime, refuseTwice } from '#models/postes/reservation_rules'
import { tellPerson, tellReserved } from '#models/postes/reservation_telling'
import type Site from '#models/postes/site'
import { knownVisitor } from '#models/postes/site/issuing'
import { holdHours } from '#models/postes/site/holding'

export interface Wanted {
  /** a guest, who is made in the same gesture, without */
  visitorId: number | null
  /** one that is free then, without */
  posteId?: number | null
  startsAt: DateTime
  minutes: number
}

/** Postes that are kept for people who say when they come. */
export function Reserving<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * @throws {Refusal} postes.refusals.minutes, visitor_unknown, no_consent, day_limit, poste_*, reservations.refusals.*
     */
    async reserve(this: Site, { visitorId, posteId = null, startsAt, minutes }: Wanted, act: Act): Promise<Reservation> {
      this.refuseMinutes(minutes)
      return within(act, async (trx) => {
        // A guest's number is written in the row of the site: shared first, it would be waited for by all who share it.
        const id = visitorId ?? (await this.welcomeGuest({ ...act, trx })).id
        await holdHours(trx, this.id)
        const slot = { startsAt, endsAt: startsAt.plus({ minutes }) }
        await refuseTime(trx, act, this, slot)
        const visitor = await knownVisitor(trx, this, id)
        await refuseDay(trx, this, visitor, startsAt)
        await refuseTwice(trx, visitor, slot)
        const poste = await reservablePoste(trx, act, this, posteId, slot)
        const made = { madeAt: act.at, madeBy: authorOf(act.by), remindAt: remindAt(startsAt, act.at) }
        const reservation = await Reservation.create(
          { siteId: this.id, visitorId: visitor.id, posteId: poste, ...slot, ...made },
          { client: trx }
        )
        await reservation.refresh()
        await reservation.track(trx, act, 'postes.reservation.made', { poste, starts: startsAt.toISO(), minutes })
        await tellPerson(trx, act, 'made', [reservation])
        await tellReserved(trx, this.id, [poste])
        return reservation
      })
    }
  }
}
