import { LegalTextSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { compose } from '@adonisjs/core/helpers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Locale } from '#config/instance'
import type { LegalPage } from '#config/legal'
import { Refusal } from '#exceptions/refusal'
import User from '#models/accounts/user'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { PAGE_SIZE, pageOf } from '#models/mixins/paging'
import { Tracked } from '#models/mixins/tracked'
import { LEGAL_TEXTS, originOf, refreshLegalTexts } from '#services/legal'

export interface Place {
  page: LegalPage
  locale: Locale
}

/** The advisory lock of whoever writes one: two who save at once are one after the other. */
const LOCK = 727278

/** One version of a legal page; it is never changed. */
export default class LegalText extends compose(LegalTextSchema, Tracked) {
  @belongsTo(() => User, { foreignKey: 'writtenBy' })
  declare author: BelongsTo<typeof User>

  /**
   * @param edition the version that its author started from, 0 for the text that Tremplin brings
   * @throws {Refusal} monitoring.legal.changed_meanwhile
   */
  static async write(place: Place, body: string, edition: number, act: Act) {
    await append(place, act, async (_trx, last) => {
      if ((last?.id ?? 0) !== edition) throw new Refusal('monitoring.legal.changed_meanwhile')
      return body
    })
  }

  /** Shows an earlier version again, as a new one. @param id 0 for the text that Tremplin brings */
  static async restore(place: Place, id: number, act: Act) {
    await append(place, act, async (trx) => {
      if (id === 0) return null
      return (await this.query({ client: trx }).where(place).where('id', id).firstOrFail()).body
    })
  }

  /** Every version, the newest first. */
  static async versions(place: Place, page: number) {
    const found = await this.query().where(place).preload('author').orderBy('id', 'desc').paginate(page, PAGE_SIZE)
    return pageOf(found.all(), found.total, page)
  }

  /** The last version of each page and language. */
  static async lasts() {
    const newest = this.query().distinctOn('page', 'locale').select('id').orderByRaw('page, locale, id desc')
    const rows = await this.query().whereIn('id', newest).preload('author')
    return new Map(rows.map((row) => [`${row.page} ${row.locale}`, row]))
  }

  get text() {
    return this.body ?? originOf(this.page, this.locale)
  }
}

/** @param decide what the new version says, null for the text that Tremplin brings */
async function append(place: Place, act: Act, decide: (trx: TransactionClientContract, last: LegalText | null) => Promise<string | null>) {
  await within(act, async (trx) => {
    await trx.rawQuery('select pg_advisory_xact_lock(?)', [LOCK])
    const last = await LegalText.query({ client: trx }).where(place).orderBy('id', 'desc').first()
    const body = await decide(trx, last)
    if (body === (last?.text ?? originOf(place.page, place.locale)) || (body === null && !last?.body)) return
    const writtenBy = act.by.kind === 'user' ? act.by.id : null
    const text = await LegalText.create({ ...place, body, writtenAt: act.at, writtenBy }, { client: trx })
    await text.track(trx, act, 'monitoring.legal.written', { ...place })
    await signal(trx, [LEGAL_TEXTS])
  })
  if (!act.trx) await refreshLegalTexts()
}
