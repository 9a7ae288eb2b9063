import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import { StationSchema } from '#database/schema'
import { drawToken, hashOf } from '#models/accounts/secret_link'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { Tracked } from '#models/mixins/tracked'
import { drawCode } from '#models/postes/access_code'
import Poste from '#models/postes/poste'
import { Entering } from '#models/postes/station/entering'
import { Joining } from '#models/postes/station/joining'

/** What is signalled when a station begins or ceases to stand on a poste. */
export const STATIONS = 'stations'
/** What is signalled when one that stands nowhere asks to, and when it is answered. */
export const NEWCOMERS = 'stations/newcomers'

/** The browser of a poste, or the program beside it, known by a secret of its own. */
export default class Station extends compose(StationSchema, Tracked, Joining, Entering) {
  @belongsTo(() => Poste)
  declare poste: BelongsTo<typeof Poste>

  /**
   * A browser that is new here, with the secret by which it will be known; it stands nowhere yet.
   * @returns the label that its screen shows to the desk
   */
  static async introduce(kind: 'page' | 'agent', act: Act): Promise<{ station: Station; token: string }> {
    return within(act, async (trx) => {
      const token = drawToken()
      const station = await this.create(
        { kind, tokenHash: hashOf(token), label: drawCode().slice(0, 4), askedAt: act.at, address: act.by.address ?? null },
        { client: trx }
      )
      await signal(trx, [NEWCOMERS])
      return { station, token }
    })
  }

  /** Whoever calls holds the row of the poste: what stood there before stands nowhere any more. */
  async stand(this: Station, poste: Poste, act: Act): Promise<void> {
    await within(act, async (trx) => {
      await poste.unpair({ ...act, trx }, this.kind as 'page' | 'agent')
      await this.useTransaction(trx)
        .merge({ posteId: poste.id, siteId: poste.siteId, pairedAt: act.at, pairedBy: authorOf(act.by), seenAt: act.at })
        .save()
      await this.track(trx, act, 'postes.station.paired', { poste: poste.id, kind: this.kind })
      await signal(trx, [`sites/${poste.siteId}`, `postes/${poste.id}`, STATIONS, NEWCOMERS])
    })
  }
}
