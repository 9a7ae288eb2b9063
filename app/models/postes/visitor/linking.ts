import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import type User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { uniqueOr } from '#models/mixins/uniqueness'
import type Visitor from '#models/postes/visitor'
import { lockVisitor } from '#models/postes/visitor/holding'

/** The account of a visitor: by their own act, never a guess from their address. */
export function Linking<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** What the desk shows again until it is used, replaced or too old; null as well when the key that sealed it is lost. */
    async currentClaim(this: Visitor, at: DateTime): Promise<{ path: string; expiresAt: DateTime } | null> {
      const link = await SecretLink.currentOf({ visitorId: this.id })
      return link?.token && link.expiresAt > at ? { path: `/postes/claims/${link.token}`, expiresAt: link.expiresAt } : null
    }

    /** The one before opens nothing more. @throws {Refusal} visitors.refusals.claim_linked, guest */
    async giveClaim(this: Visitor, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (visitor.isGuest) throw new Refusal('visitors.refusals.guest')
        if (visitor.userId) throw new Refusal('visitors.refusals.claim_linked')
        await SecretLink.issueFor({ visitorId: visitor.id }, act.at.plus({ days: postesConfig.claimDays }), { ...act, trx })
        await visitor.track(trx, act, 'postes.visitor.claim_given')
      })
    }

    async revokeClaim(this: Visitor, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (!(await SecretLink.currentOf({ visitorId: visitor.id }, trx))) return
        await SecretLink.revokeOf({ visitorId: visitor.id }, { ...act, trx })
        await visitor.track(trx, act, 'postes.visitor.claim_taken')
      })
    }

    /**
     * "C'est moi". Claiming twice is claiming once.
     * @throws {Refusal} visitors.refusals.claim_linked, claim_twice
     */
    async claim(this: Visitor, user: User, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (visitor.userId === user.id) return
        if (visitor.userId) throw new Refusal('visitors.refusals.claim_linked')
        await uniqueOr(visitor.merge({ userId: user.id }).save(), 'visitors.refusals.claim_twice')
        await SecretLink.revokeOf({ visitorId: visitor.id }, { ...act, trx })
        await visitor.track(trx, act, 'postes.visitor.linked')
        await signal(trx, [`sites/${visitor.siteId}`, `users/${user.id}`])
      })
    }

    /** By the person, or by the desk. Twice is once. */
    async unlink(this: Visitor, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (!visitor.userId) return
        const channels = [`sites/${visitor.siteId}`, `users/${visitor.userId}`]
        await visitor.merge({ userId: null }).save()
        await visitor.track(trx, act, 'postes.visitor.unlinked')
        await signal(trx, channels)
      })
    }
  }
}
