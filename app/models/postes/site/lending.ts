import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { type Act, within } from '#models/mixins/act'
import type PosteSession from '#models/postes/poste_session'
import type Site from '#models/postes/site'
import type { Issue } from '#models/postes/site/issuing'
import type Ticket from '#models/postes/ticket'

/** What the desk does for whoever stands before it: a visitor whom it knows, or a guest, who is made in the same gesture. */
export function Lending<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} those of `issue`; no guest is made then */
    async lend(
      this: Site,
      { visitorId, ...issue }: Omit<Issue, 'visitorId'> & { visitorId: number | null },
      act: Act
    ): Promise<PosteSession> {
      return within(act, async (trx) => {
        const own = { ...act, trx }
        return this.issue({ ...issue, visitorId: visitorId ?? (await this.welcomeGuest(own)).id }, own)
      })
    }

    /** @throws {Refusal} those of `takeTicket`; no guest is made then */
    async queue(this: Site, visitorId: number | null, minutes: number, act: Act): Promise<Ticket> {
      return within(act, async (trx) => {
        const own = { ...act, trx }
        return this.takeTicket(visitorId ?? (await this.welcomeGuest(own)).id, minutes, own)
      })
    }
  }
}
