import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import type Site from '#models/postes/site'
import { holdRules } from '#models/postes/site/holding'
import type Visitor from '#models/postes/visitor'
import { lockVisitor } from '#models/postes/visitor/holding'

/** What a person says of themselves. What is not said stays as it is. */
export interface VisitorValues {
  givenName: string
  familyName: string
  email?: string | null
  /** E.164 */
  phone?: string | null
  address?: string | null
  postalCode?: string | null
  birthDate?: DateTime | null
  /** of the desk, never shown to the person on a screen */
  notes?: string | null
}

/** Changing what is written of somebody. */
export function Describing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * @param version of the sheet that was read before writing
     * @throws {Refusal} visitors.refusals.changed_meanwhile, guest, contact
     */
    async describe(this: Visitor, values: Partial<VisitorValues>, version: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const site = await holdRules(trx, this.siteId)
        const visitor = await lockVisitor(trx, this.id)
        if (visitor.isGuest) throw new Refusal('visitors.refusals.guest')
        visitor.merge(keptAt(site, values))
        const changes = changesOf(visitor)
        if (Object.keys(changes).length === 0) return
        if (visitor.version !== version) throw new Refusal('visitors.refusals.changed_meanwhile')
        refuseUnreachable(site, visitor)
        await visitor.merge({ version: version + 1 }).save()
        await visitor.track(trx, act, 'postes.visitor.described', changes)
        await signal(trx, [`sites/${site.id}`])
      })
    }
  }
}

/** Where nobody is asked who they are, a name is the most that is kept of anybody. */
export function keptAt(site: Site, { givenName, familyName, ...rest }: Partial<VisitorValues>): Partial<VisitorValues> {
  const values = site.isIdentified ? { givenName, familyName, ...rest } : { givenName, familyName }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** @throws {Refusal} visitors.refusals.contact */
export function refuseUnreachable(site: Site, { email, phone }: { email?: string | null; phone?: string | null }) {
  if (site.isIdentified && !email && !phone) throw new Refusal('visitors.refusals.contact', {}, { status: 422, field: 'email' })
}

/** Which fields, never what is in them. A date that is read and written again is the same date. */
function changesOf(visitor: Visitor) {
  const { birthDate } = visitor.$original
  const same = birthDate && visitor.birthDate && birthDate.hasSame(visitor.birthDate, 'day')
  const fields = Object.keys(visitor.$dirty).filter((field) => field !== 'birthDate' || !same)
  return Object.fromEntries(fields.map((field) => [field, true]))
}
