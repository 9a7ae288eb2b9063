import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import encryption from '@adonisjs/core/services/encryption'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { holdRules } from '#models/postes/site/holding'
import type Visitor from '#models/postes/visitor'
import { lockVisitor } from '#models/postes/visitor/holding'

export const IDENTITY_KINDS = ['identity_card', 'passport', 'residence_permit', 'driving_licence', 'other'] as const

/** A document that somebody showed: never a copy of it. */
export interface IdentityShown {
  kind: (typeof IDENTITY_KINDS)[number]
  seenOn: DateTime
  /** only where the site keeps them; without one, what is kept of the same document stays */
  number?: string | null
}

/** What else the key of the installation encrypts cannot be taken for a number. */
const SEAL = 'visitor_identity'

/** The end of a number that is shown, of those that are long enough to have another part. */
const SHOWN = 4

/** That somebody has shown who they are. */
export function Identifying<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} visitors.refusals.identity_unasked, numbers_off */
    async identify(this: Visitor, { kind, seenOn, number }: IdentityShown, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const site = await holdRules(trx, this.siteId)
        const visitor = await lockVisitor(trx, this.id)
        if (!site.isIdentified || visitor.isGuest) throw new Refusal('visitors.refusals.identity_unasked')
        if (number && !site.keepsNumbers) throw new Refusal('visitors.refusals.numbers_off', {}, { status: 422, field: 'number' })
        const known = visitor.identityKind === kind && site.keepsNumbers ? visitor.identityNumber : null
        await visitor
          .merge({
            identityKind: kind,
            identitySeenOn: seenOn,
            identitySeenBy: authorOf(act.by),
            identityNumber: number ? encryption.encrypt(number, undefined, SEAL) : known,
          })
          .save()
        await visitor.track(trx, act, 'postes.visitor.identified', { kind, ...(number && { number: true }) })
        await signal(trx, [`sites/${site.id}`])
      })
    }

    async forgetIdentity(this: Visitor, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (!visitor.identityKind) return
        await visitor.merge({ identityKind: null, identitySeenOn: null, identitySeenBy: null, identityNumber: null }).save()
        await visitor.track(trx, act, 'postes.visitor.identity_forgotten')
        await signal(trx, [`sites/${visitor.siteId}`])
      })
    }

    /**
     * The whole number, for somebody who says so by a gesture: written in the audit each time.
     * @throws {Refusal} visitors.refusals.number_lost: there is none, the site keeps none any more, or its key is lost
     */
    async readNumber(this: Visitor, act: Act): Promise<string> {
      return within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        const site = await visitor.related('site').query().firstOrFail()
        const number = site.keepsNumbers ? numberOf(visitor) : null
        if (!number) throw new Refusal('visitors.refusals.number_lost')
        await visitor.track(trx, act, 'postes.visitor.identity_read')
        return number
      })
    }

    /** `••••1234`: enough to compare it with the document that somebody holds. */
    get maskedNumber(): string | null {
      const number = numberOf(this as unknown as Visitor)
      return number && `••••${number.slice(-Math.min(SHOWN, Math.floor(number.length / 2)))}`
    }
  }
}

function numberOf({ identityNumber }: Visitor) {
  return identityNumber && encryption.decrypt<string>(identityNumber, SEAL)
}
