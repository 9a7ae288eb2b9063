import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { type Act, within } from '#models/mixins/act'
import type Site from '#models/postes/site'

export type Taken =
  | 'postes.postes.exported'
  | 'postes.sessions.exported'
  | 'postes.events.exported'
  | 'postes.usage.exported'
  | 'postes.reservations.exported'

export function Exporting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Whoever takes a list away is written down. */
    async tellTaken(this: Site, what: Taken, act: Act): Promise<void> {
      await within(act, (trx) => this.track(trx, act, what))
    }
  }
}
