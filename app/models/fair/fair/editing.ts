import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type Fair from '#models/fair/fair'
import { linkExpiry } from '#models/fair/stand/linking'
import { uniqueOr } from '#models/mixins/uniqueness'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

export interface FairValues {
  name: string
  place: string
  startsAt: DateTime
  endsAt: DateTime
  /** the last part of its address; drawn from the name, or kept, without */
  slug?: string | null
  /** hours of each day, `09:00`: both or none */
  opensAt?: string | null
  closesAt?: string | null
  /** what a new stand begins with */
  defaultSlots?: number
  /** whether a stand may change its own */
  standsSetSlots?: boolean
  /** how long somebody who is called has to come */
  graceSeconds?: number
  /** how long an interview is thought to take, until a stand has had its own */
  interviewMinutes?: number
}

/** What an organiser decides of a fair. */
export function Editing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * The links follow the fair's end.
     * @throws {Refusal} fair.refusals.slug_taken
     */
    async reschedule(this: Fair, { slug, ...values }: FairValues, act: Act): Promise<void> {
      await within(act, async (trx) => {
        const save = this.useTransaction(trx)
          .merge({ ...values, slug: slug ?? this.slug })
          .save()
        await uniqueOr(save, 'fair.refusals.slug_taken', 'slug')
        await prolongLinks(trx, this)
        await this.track(trx, act, 'fair.fair.rescheduled', { ...values, ...datesOf(values), slug: this.slug })
        await signal(trx, [`fairs/${this.id}`, `fairs/${this.id}/control`])
      })
    }
  }
}

function datesOf({ startsAt, endsAt }: FairValues) {
  return { startsAt: startsAt.toISO(), endsAt: endsAt.toISO() }
}

async function prolongLinks(trx: TransactionClientContract, fair: Fair) {
  await trx
    .from('secret_links')
    .whereNull('revoked_at')
    .where((query) => {
      query.whereIn('stand_id', trx.from('stands').where('fair_id', fair.id).select('id'))
      query.orWhereIn('attendee_id', trx.from('attendees').where('fair_id', fair.id).select('id')).orWhere('fair_id', fair.id)
    })
    .update({ expires_at: linkExpiry(fair.endsAt.toJSDate()).toJSDate() })
}
