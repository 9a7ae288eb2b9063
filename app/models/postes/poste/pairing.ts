import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { postesConfig } from '#config/postes'
import SecretLink from '#models/accounts/secret_link'
import { type Act, authorOf, within } from '#models/mixins/act'
import { endStreams, signal } from '#models/mixins/live'
import { drawCode } from '#models/postes/access_code'
import type Poste from '#models/postes/poste'
import Station, { STATIONS } from '#models/postes/station'

const PREFIX = 'pairing-'

/** Which browser stands on a poste. */
export function Pairing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** A code to be typed once on the poste itself, within ten minutes; the one before is dead. */
    async pairingCode(this: Poste, act: Act): Promise<string> {
      return within(act, async (trx) => {
        const poste = await trx.from('postes').where('id', this.id).whereNull('retired_at').forUpdate().first()
        if (!poste) throw new Refusal('postes.refusals.poste_unknown')
        const code = drawCode()
        await SecretLink.issueFor(
          { posteId: this.id },
          act.at.plus({ minutes: postesConfig.pairingMinutes }),
          { ...act, trx },
          pairingToken(code)
        )
        await this.track(trx, act, 'postes.poste.pairing_offered')
        return code
      })
    }

    /** The code that waits to be typed, and until when; null when there is none. */
    async openPairing(this: Poste, at: DateTime): Promise<{ code: string; expiresAt: DateTime } | null> {
      const link = await SecretLink.currentOf({ posteId: this.id })
      const code = link && link.expiresAt > at ? link.token?.slice(PREFIX.length) : null
      return code ? { code, expiresAt: link!.expiresAt } : null
    }

    /**
     * A browser that asked by itself is this poste's.
     * @throws {Refusal} postes.refusals.poste_unknown, station_gone
     */
    async adopt(this: Poste, stationId: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const poste = await trx.from('postes').where('id', this.id).whereNull('retired_at').forUpdate().first()
        if (!poste) throw new Refusal('postes.refusals.poste_unknown')
        const station = await Station.query({ client: trx }).where('id', stationId).forUpdate().firstOrFail()
        if (station.pairedAt || station.revokedAt) throw new Refusal('postes.refusals.station_gone')
        await station.stand(this, { ...act, trx })
      })
    }

    /** What stood on it stands nowhere any more: it has to be paired again. */
    async unpair(this: Poste, act: Act, kind?: 'page' | 'agent'): Promise<void> {
      await within(act, async (trx) => {
        const query = trx.from('stations').where('poste_id', this.id).whereNull('revoked_at')
        if (kind) query.where('kind', kind)
        const revoked: { id: number }[] = await query.update({ revoked_at: act.at.toJSDate(), revoked_by: authorOf(act.by) }, ['id'])
        if (revoked.length === 0) return
        for (const { id } of revoked) await endStreams(trx, { station: id })
        await this.track(trx, act, 'postes.station.revoked', { stations: revoked.map(({ id }) => id) })
        await signal(trx, [`sites/${this.siteId}`, this.channel, STATIONS])
      })
    }
  }
}

/** A pairing code is short-lived, used once, and slow to guess: what is looked up is more than what is typed. */
export function pairingToken(code: string) {
  return PREFIX + code
}
