import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
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
        const code = readCode(typed)
        const [link] = code
          ? await trx
              .from('secret_links')
              .where({ token_hash: hashOf(pairingToken(code)), purpose: 'pairing' })
              .whereNull('used_at')
              .whereNull('revoked_at')
              .where('expires_at', '>', act.at.toJSDate())
              .update({ used_at: act.at.toJSDate(), revoked_at: act.at.toJSDate(), revoked_by: authorOf(act.by) }, ['poste_id'])
          : []
        if (!link) throw new Refusal('postes.refusals.pairing_code', {}, { status: 422, field: 'code' })
        const poste = await Poste.query({ client: trx }).where('id', link.poste_id).forUpdate().firstOrFail()
        await this.stand(poste, { ...act, trx })
      })
    }
  }
}
