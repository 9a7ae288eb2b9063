import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { Refusal } from '#exceptions/refusal'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { freeChannel } from '#models/postes/free_postes'
import type Site from '#models/postes/site'
import { cancelClosed } from '#models/postes/reservation_following'
import { holdOpenings } from '#models/postes/site/holding'
import SiteClosing from '#models/postes/site_closing'

export interface SiteValues {
  name: string
  address?: string | null
  /** who answers for what is known of people: on the information notice */
  contact?: string | null
  mode: 'anonymous' | 'identified'
  defaultMinutes?: number
  maxMinutes?: number
  sessionsPerDay?: number
  /** how long before the end the screen says so (s) */
  warnings?: number[]
  codeHours?: number
  idleWarningMinutes?: number
  /** 0: never */
  idleEndMinutes?: number
  outageMinutes?: number
  keepsNumbers?: boolean
  /** how many days ahead; 0: none are taken */
  reservationDays?: number
  /** how long a visitor who is late is waited for */
  reservationGraceMinutes?: number
  /** whether those who have an account may reserve by themselves */
  onlineReservations?: boolean
}

/** Hours of one day of the week, `09:00` to `12:30`. */
export interface DayHours {
  weekday: number
  opensAt: string
  closesAt: string
}

/** What an administrator decides of a site. */
export function Configuring<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Where numbers of documents are no longer kept, those that were are gone at once. */
    async configure(this: Site, values: SiteValues, act: Act): Promise<void> {
      const ruled = { ...values, ...(values.warnings && { warnings: tidy(values.warnings) }) }
      await within(act, async (trx) => {
        // Before the visitors whose numbers go: whoever applies a rule holds the site, then the visitor.
        await holdOpenings(trx, this.id)
        if (ruled.keepsNumbers === false) await forgetNumbers(trx, this.id)
        await this.useTransaction(trx).merge(ruled).save()
        await this.track(trx, act, 'postes.site.configured', { ...ruled })
        await signal(trx, [`sites/${this.id}`, ...(await posteChannels(trx, this.id))])
      })
    }

    /** Whether people are asked who they are; a site that does not ask keeps no number of any document either. */
    async changeMode(this: Site, mode: 'anonymous' | 'identified', act: Act): Promise<void> {
      if (mode === this.mode) return
      await this.configure({ name: this.name, mode, ...(mode === 'anonymous' && { keepsNumbers: false }) }, act)
    }

    /**
     * The hours of a week, all at once: what is not there is closed, and what was reserved then is cancelled.
     * @returns how many reservations
     * @throws {Refusal} postes.refusals.hours_overlap
     */
    async setHours(this: Site, hours: DayHours[], act: Act): Promise<number> {
      const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || a.opensAt.localeCompare(b.opensAt))
      sorted.forEach((one, i) => {
        const previous = sorted[i - 1]
        if (one.closesAt <= one.opensAt || (previous?.weekday === one.weekday && one.opensAt < previous.closesAt))
          throw new Refusal('postes.refusals.hours_overlap', {}, { status: 422, field: `day${one.weekday}` })
      })
      return within(act, async (trx) => {
        await holdOpenings(trx, this.id)
        await trx.from('site_hours').where('site_id', this.id).delete()
        const rows = sorted.map(({ weekday, opensAt, closesAt }) => ({
          site_id: this.id,
          weekday,
          opens_at: opensAt,
          closes_at: closesAt,
        }))
        if (rows.length) await trx.insertQuery().table('site_hours').multiInsert(rows)
        await this.track(trx, act, 'postes.site.hours_set', { hours: sorted })
        await signal(trx, [`sites/${this.id}`, freeChannel(this.id)])
        return cancelClosed(trx, act, this)
      })
    }

    /** Days on which it is closed, both included: what was reserved then is cancelled. @returns how many reservations */
    async closeOn(this: Site, days: { startsOn: DateTime; endsOn: DateTime; reason?: string | null }, act: Act): Promise<number> {
      return within(act, async (trx) => {
        await holdOpenings(trx, this.id)
        await SiteClosing.create({ ...days, siteId: this.id, createdAt: act.at, createdBy: authorOf(act.by) }, { client: trx })
        const { startsOn, endsOn } = days
        await this.track(trx, act, 'postes.site.closing_added', { startsOn: startsOn.toISODate(), endsOn: endsOn.toISODate() })
        await signal(trx, [`sites/${this.id}`, freeChannel(this.id)])
        return cancelClosed(trx, act, this)
      })
    }

    async reopen(this: Site, closingId: number, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const [closing] = await trx.from('site_closings').where({ id: closingId, site_id: this.id }).returning('id').delete()
        if (!closing) return
        await this.track(trx, act, 'postes.site.closing_removed', { closing: closingId })
        await signal(trx, [`sites/${this.id}`, freeChannel(this.id)])
      })
    }
  }
}

/** The longest notice first, each once. */
function tidy(warnings: number[]) {
  return [...new Set(warnings)].sort((a, b) => b - a)
}

async function forgetNumbers(trx: TransactionClientContract, siteId: number) {
  await trx.from('visitors').where('site_id', siteId).whereNotNull('identity_number').update({ identity_number: null })
}

async function posteChannels(trx: TransactionClientContract, siteId: number) {
  const postes: { id: number }[] = await trx.from('postes').where('site_id', siteId).whereNull('retired_at').select('id')
  return postes.map(({ id }) => `postes/${id}`)
}
