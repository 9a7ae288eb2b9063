import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Announcement from '#models/fair/announcement'
import type Fair from '#models/fair/fair'
import { newsExpiry, tell } from '#models/fair/telling'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'

/** How long it is shown: a quarter of an hour, an hour, until the fair ends. */
export type Lasting = 'quarter' | 'hour' | 'end'

export interface AnnouncementValues {
  text: string
  lasts: Lasting
  /** whose queue, or who; everybody when neither is told */
  standId?: number | null
  attendeeId?: number | null
}

/** Saying something to those who are at the fair. */
export function Announcing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /**
     * Shown on the pages of those whom it is for, and told to those of them who have an account, or a phone that agreed.
     * @throws E_ROW_NOT_FOUND for a stand or somebody of another fair
     */
    async announce(this: Fair, { text, lasts, standId = null, attendeeId = null }: AnnouncementValues, act: Act): Promise<Announcement> {
      return within(act, async (trx) => {
        if (standId) await held(trx, this, standId)
        if (attendeeId) await this.related('attendees').query().useTransaction(trx).where('id', attendeeId).firstOrFail()
        const expiresAt = { quarter: act.at.plus({ minutes: 15 }), hour: act.at.plus({ hours: 1 }), end: endOf(this, act) }[lasts]
        const announcement = await Announcement.create(
          { fairId: this.id, standId, attendeeId, text, createdAt: act.at, createdBy: authorOf(act.by), expiresAt },
          { client: trx }
        )
        const people = await peopleOf(trx, announcement)
        const news = { kind: 'fair.announced', params: { fair: this.name, text }, path: `${this.path}/my`, expiresAt } as const
        await tell(
          trx,
          act,
          people.map((one) => ({ ...news, ...one, about: announcement.about }))
        )
        await announcement.track(trx, act, 'fair.announcement.made', { stand: standId, attendee: attendeeId, lasts, told: people.length })
        await signal(trx, announcement.channels)
        return announcement
      })
    }
  }
}

/** Not removed before it is said. */
async function held(trx: TransactionClientContract, fair: Fair, standId: number) {
  const query = fair.related('stands').query().useTransaction(trx).where('id', standId)
  query.knexQuery.forKeyShare()
  await query.firstOrFail()
}

/** One that overruns has an end too. */
function endOf(fair: Fair, act: Act) {
  return fair.endsAt > act.at ? fair.endsAt : newsExpiry(fair.endsAt, act)
}

/** Those whom it is for and whom it can reach while their page is closed: by their account, or by a phone that agreed. */
async function peopleOf(trx: TransactionClientContract, { fairId, standId, attendeeId }: Announcement) {
  const query = trx
    .from('attendees')
    .where('attendees.fair_id', fairId)
    .where((known) => void known.whereNotNull('user_id').orWhereExists(phonesOfGuests))
    .orderBy('attendees.id')
    .select('attendees.id as attendeeId', 'user_id as userId')
  if (attendeeId) query.where('attendees.id', attendeeId)
  else if (standId)
    query
      .join('queue_entries', 'queue_entries.attendee_id', 'attendees.id')
      .where('queue_entries.stand_id', standId)
      .whereNull('queue_entries.left_at')
      .whereNull('queue_entries.completed_at')
  return query as Promise<{ attendeeId: number; userId: number | null }[]>
}

function phonesOfGuests(query: DatabaseQueryBuilderContract) {
  query
    .from('secret_links')
    .join('push_subscriptions', 'push_subscriptions.secret_link_id', 'secret_links.id')
    .whereColumn('secret_links.attendee_id', 'attendees.id')
    .whereNull('secret_links.revoked_at')
}
