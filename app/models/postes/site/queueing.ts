import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import type Site from '#models/postes/site'
import { visitorFor } from '#models/postes/site/issuing'
import Ticket from '#models/postes/ticket'
import { tellLine } from '#models/postes/ticket_line'
import { settings } from '#services/settings'

/** Those who wait when every poste is taken. */
export function Queueing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * A place at the end of the line, with the next number of the day.
     * @throws {Refusal} postes.refusals.minutes, visitor_unknown, visitor_busy, day_limit, no_consent, counter.refusals.waits_already
     */
    async takeTicket(this: Site, visitorId: number, minutes: number, act: Act): Promise<Ticket> {
      this.refuseMinutes(minutes)
      return within(act, async (trx) => {
        const visitor = await visitorFor(trx, act, this, visitorId)
        const waits = await trx.from('tickets').where('visitor_id', visitorId).whereNull('closed_at').first()
        if (waits)
          throw new Refusal('counter.refusals.waits_already', { visitor: visitor.shownName, number: waits.number }, { field: 'visitorId' })
        const day = act.at.setZone(settings().zone).startOf('day')
        const ticket = await Ticket.create(
          {
            siteId: this.id,
            visitorId,
            day,
            number: await nextNumber(trx, this.id, day.toISODate()!),
            minutes,
            takenAt: act.at,
            takenBy: authorOf(act.by),
          },
          { client: trx }
        )
        await ticket.track(trx, act, 'postes.ticket.taken', { number: ticket.number, minutes })
        await tellLine(trx, this.id)
        return ticket
      })
    }

    /**
     * Whoever has waited longest; two desks that call at once call two people.
     * @throws {Refusal} counter.refusals.nobody_waits
     */
    async callNext(this: Site, act: Act): Promise<Ticket> {
      return within(act, async (trx) => {
        const ticket = await Ticket.query({ client: trx })
          .where('site_id', this.id)
          .whereNull('called_at')
          .whereNull('closed_at')
          .orderBy('taken_at')
          .orderBy('id')
          .forUpdate()
          .skipLocked()
          .first()
        if (!ticket) throw new Refusal('counter.refusals.nobody_waits')
        await ticket.call({ ...act, trx })
        return ticket.refresh()
      })
    }
  }
}

/** One desk at a time counts: nobody is given the number of another. */
async function nextNumber(trx: TransactionClientContract, siteId: number, day: string): Promise<number> {
  await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('tickets'), ?::integer)`, [siteId])
  const { rows } = await trx.rawQuery('select coalesce(max(number), 0) + 1 as next from tickets where site_id = ? and day = ?', [
    siteId,
    day,
  ])
  return rows[0].next
}
