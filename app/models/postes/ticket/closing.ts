import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import type PosteSession from '#models/postes/poste_session'
import Site from '#models/postes/site'
import type Ticket from '#models/postes/ticket'
import { lockTicket, tellLine } from '#models/postes/ticket_line'

/** The end of a wait. */
export function Closing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The poste that they waited for: the first free one without, for as long as they asked. Giving the code closes the place.
     * @throws {Refusal} counter.refusals.ticket_closed, and those of `site.issue`
     */
    async serve(this: Ticket, posteId: number | null, act: Act): Promise<PosteSession> {
      return within(act, async (trx) => {
        // Whoever gives a code holds the visitor first: the row of the place is only held after.
        if ((await trx.from('tickets').where('id', this.id).whereNull('closed_at').first()) === null)
          throw new Refusal('counter.refusals.ticket_closed')
        const site = await Site.findOrFail(this.siteId, { client: trx })
        const minutes = Math.min(this.minutes, site.maxMinutes)
        const session = await site.issue({ visitorId: this.visitorId, posteId, minutes }, { ...act, trx })
        const closed = await trx.from('tickets').where({ id: this.id, poste_session_id: session.id }).first()
        if (!closed) throw new Refusal('counter.refusals.ticket_closed')
        return session
      })
    }

    /**
     * They go away, or were called in vain.
     * @throws {Refusal} counter.refusals.ticket_closed, not_called
     */
    async close(this: Ticket, outcome: 'cancelled' | 'absent', act: Act): Promise<void> {
      await within(act, async (trx) => {
        const ticket = await lockTicket(trx, this.id)
        if (outcome === 'absent' && !ticket.calledAt) throw new Refusal('counter.refusals.not_called', { number: ticket.number })
        await ticket
          .useTransaction(trx)
          .merge({ closedAt: act.at, closedBy: authorOf(act.by), outcome })
          .save()
        const action = outcome === 'absent' ? 'postes.ticket.absent' : 'postes.ticket.cancelled'
        await ticket.track(trx, act, action, { number: ticket.number })
        await tellLine(trx, ticket.siteId)
      })
    }
  }
}
