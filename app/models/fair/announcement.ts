import { AnnouncementSchema } from '#database/schema'
import { compose } from '@adonisjs/core/helpers'
import { type Act, authorOf, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { withdrawNews } from '#models/mixins/notifying'
import { Tracked } from '#models/mixins/tracked'

/** What an organiser says to everybody at a fair, to one queue, or to one person, until it expires. */
export default class Announcement extends compose(AnnouncementSchema, Tracked) {
  get about() {
    return `announcement:${this.id}`
  }

  /** The pages that show it. */
  get channels() {
    const shown = this.attendeeId ? `attendees/${this.attendeeId}` : this.standId ? `stands/${this.standId}/queue` : `fairs/${this.fairId}`
    return [shown, `fairs/${this.fairId}/control`]
  }

  /** Whoever it is for has read it, and sees it no more. Twice is once. */
  async read(this: Announcement, act: Act): Promise<void> {
    await within(act, async (trx) => {
      const reading = { read_at: act.at.toJSDate() }
      const rows = await trx.from('announcements').where('id', this.id).whereNull('read_at').update(reading, ['id'])
      if (rows.length > 0) await signal(trx, [`attendees/${this.attendeeId}`])
    })
  }

  /** It is shown no more, and what was told of it and has not left stays. Twice is once. */
  async withdraw(this: Announcement, act: Act): Promise<void> {
    await within(act, async (trx) => {
      const rows = await trx
        .from('announcements')
        .where('id', this.id)
        .whereNull('withdrawn_at')
        .where('expires_at', '>', act.at.toJSDate())
        .update({ withdrawn_at: act.at.toJSDate(), withdrawn_by: authorOf(act.by) }, ['id'])
      if (rows.length === 0) return
      await withdrawNews(trx, act, [this.about])
      await this.track(trx, act, 'fair.announcement.withdrawn')
      await signal(trx, this.channels)
    })
  }
}
