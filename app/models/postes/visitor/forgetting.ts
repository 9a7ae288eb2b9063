import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import SecretLink from '#models/accounts/secret_link'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { tellLine } from '#models/postes/ticket_line'
import type Visitor from '#models/postes/visitor'
import { cancelAll } from '#models/postes/reservation/cancelling'
import { isBusy, lockVisitor } from '#models/postes/visitor/holding'
import VisitorConsent from '#models/postes/visitor_consent'

const NOTHING = {
  userId: null,
  givenName: null,
  familyName: null,
  email: null,
  phone: null,
  address: null,
  birthDate: null,
  notes: null,
  identityKind: null,
  identitySeenOn: null,
  identitySeenBy: null,
  identityNumber: null,
}

/** Somebody of whom nothing more is kept: the row stays for the figures, with its sessions and its postal code. */
export function Forgetting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** @throws {Refusal} visitors.refusals.busy, postes.refusals.visitor_unknown */
    async anonymise(this: Visitor, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (await isBusy(trx, visitor)) throw new Refusal('visitors.refusals.busy', { visitor: visitor.shownName })
        await erase(visitor, {}, { ...act, trx })
      })
    }

    /**
     * What it means follows at once: nothing is kept of somebody who does not agree to it.
     * @throws {Refusal} visitors.refusals.consent_busy, no_consent
     */
    async withdrawConsent(this: Visitor, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const visitor = await lockVisitor(trx, this.id)
        if (!(await visitor.hasConsented(trx))) throw new Refusal('visitors.refusals.no_consent')
        if (await isBusy(trx, visitor)) throw new Refusal('visitors.refusals.consent_busy', { visitor: visitor.shownName })
        await visitor.track(trx, act, 'postes.visitor.consent_withdrawn')
        await erase(visitor, {}, { ...act, trx })
      })
    }
  }
}

/** The caller holds the row, in the transaction of the act. */
export async function erase(visitor: Visitor, { mergedInto = null }: { mergedInto?: number | null }, act: Act) {
  const trx = act.trx!
  for (const document of await visitor.documents().useTransaction(trx)) await document.remove(act)
  await SecretLink.revokeOf({ visitorId: visitor.id }, act)
  await endConsents(trx, visitor, act)
  const places: unknown[] = await trx
    .from('tickets')
    .where('visitor_id', visitor.id)
    .whereNull('closed_at')
    .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'cancelled' }, ['id'])
  if (places.length) await tellLine(trx, visitor.siteId)
  await cancelAll(trx, act, 'forgotten', 'r.visitor_id = :visitor', { visitor: visitor.id })
  const gone = { anonymisedAt: act.at, anonymisedBy: authorOf(act.by), mergedInto, version: visitor.version + 1 }
  await visitor.merge({ ...NOTHING, ...gone }).save()
  await visitor.track(trx, act, 'postes.visitor.anonymised', mergedInto ? { mergedInto } : {})
  await signal(trx, [`sites/${visitor.siteId}`])
}

async function endConsents(trx: TransactionClientContract, { id }: Visitor, act: Act) {
  const ended = { withdrawn_at: act.at.toJSDate(), withdrawn_by: authorOf(act.by) }
  await VisitorConsent.query({ client: trx }).where('visitor_id', id).whereNull('withdrawn_at').update(ended)
}
