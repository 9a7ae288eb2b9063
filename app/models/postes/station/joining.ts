import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#exceptions/refusal'
import { hashOf } from '#models/accounts/secret_link'
import { type Act, authorOf, within } from '#models/mixins/act'
import { readCode } from '#models/postes/access_code'
import Poste from '#models/postes/poste'
import { pairingToken } from '#models/postes/poste/pairing'
import type Station from '#models/postes/station'

/** A browser becomes that of a poste. */
export function Joining<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * With the code that the desk shows, once.
     * @throws {Refusal} postes.refusals.pairing_code
     */
    async pair(this: Station, typed: string, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const offer = await offered(trx, typed, act)
        // The poste first, as whoever draws another code for it does.
        const poste = await Poste.query({ client: trx }).where('id', offer.poste_id).whereNull('retired_at').forUpdate().first()
        const used = await trx
          .from('secret_links')
          .where('id', offer.id)
          .whereNull('used_at')
          .whereNull('revoked_at')
          .update({ used_at: act.at.toJSDate(), revoked_at: act.at.toJSDate(), revoked_by: authorOf(act.by) })
        if (!poste || !Number(used)) throw refused()
        await this.stand(poste, { ...act, trx })
      })
    }
  }
}

/**
 * The code that the desk shows now.
 * @throws {Refusal} postes.refusals.pairing_code
 */
export async function offered(trx: TransactionClientContract, typed: string, { at }: Act): Promise<{ id: number; poste_id: number }> {
  const offer = await trx
    .from('secret_links')
    .where({ token_hash: hashOf(pairingToken(readCode(typed) ?? '')), purpose: 'pairing' })
    .whereNull('used_at')
    .whereNull('revoked_at')
    .where('expires_at', '>', at.toJSDate())
    .select('id', 'poste_id')
    .first()
  if (!offer) throw refused()
  return offer
}

const refused = () => new Refusal('postes.refusals.pairing_code', {}, { status: 422, field: 'code' })
