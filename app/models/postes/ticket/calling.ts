import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { type Act, authorOf, within } from '#models/mixins/act'
import type Ticket from '#models/postes/ticket'
import { lockTicket, tellLine } from '#models/postes/ticket_line'

/** Somebody who waits is called to the desk. */
export function Calling<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * By their number, before those who came earlier, or once more: the screen shows it again.
     * @throws {Refusal} counter.refusals.ticket_closed
     */
    async call(this: Ticket, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const ticket = await lockTicket(trx, this.id)
        await ticket
          .useTransaction(trx)
          .merge({ calledAt: act.at, calledBy: authorOf(act.by) })
          .save()
        await ticket.track(trx, act, 'postes.ticket.called', { number: ticket.number })
        await tellLine(trx, ticket.siteId)
      })
    }
  }
}
