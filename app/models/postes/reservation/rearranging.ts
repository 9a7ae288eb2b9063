import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { type Act, within } from '#models/mixins/act'
import { reservablePoste } from '#models/postes/reservable_postes'
import type Reservation from '#models/postes/reservation'
import { liveOf, lockLive } from '#models/postes/reservation/holding'
import { remindAt } from '#models/postes/reservation/reminding'
import { refuseDay, refuseTime, refuseTwice } from '#models/postes/reservation_rules'
import { tellPerson, tellReserved } from '#models/postes/reservation_telling'
import Site from '#models/postes/site'
import { knownVisitor } from '#models/postes/site/issuing'
import { holdHours } from '#models/postes/site/holding'

export interface Rearranged {
  /** another that is free then, without */
  posteId: number | null
  startsAt: DateTime
  minutes: number
}

/** At another time, for longer or shorter, on another poste. */
export function Rearranging<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Saying the same again changes nothing; whoever is awaited may still be given another poste.
     * @throws {Refusal} reservations.refusals.closed_*, and those of `site.reserve`
     */
    async rearrange(this: Reservation, wanted: Rearranged, act: Act): Promise<void> {
      const { posteId, startsAt, minutes } = wanted
      await within(act, async (trx) => {
        const site = await Site.findOrFail(this.siteId, { client: trx })
        site.refuseMinutes(minutes)
        await holdHours(trx, site.id)
        const visitor = await knownVisitor(trx, site, this.visitorId)
        const before = await liveOf(trx, this.id)
        if (isSame(before, wanted)) return
        const slot = { startsAt, endsAt: startsAt.plus({ minutes }), except: before }
        await refuseTime(trx, act, site, slot)
        await refuseDay(trx, site, visitor, startsAt, before.id)
        await refuseTwice(trx, visitor, slot)
        const poste = await reservablePoste(trx, act, site, posteId, slot)
        const reservation = await lockLive(trx, this.id)
        const again = { shownAt: null, remindAt: remindAt(startsAt, act.at), remindedAt: null, remindedBy: null }
        await reservation.merge({ posteId: poste, startsAt, endsAt: slot.endsAt, ...again }).save()
        await reservation.track(trx, act, 'postes.reservation.moved', {
          from: before.posteId,
          to: poste,
          starts: startsAt.toISO(),
          minutes,
        })
        await tellPerson(trx, act, 'made', [reservation])
        await tellReserved(trx, site.id, [before.posteId, poste])
      })
    }
  }
}

function isSame(before: Reservation, { posteId, startsAt, minutes }: Rearranged) {
  return before.posteId === posteId && before.startsAt.toMillis() === startsAt.toMillis() && before.minutes === minutes
}
