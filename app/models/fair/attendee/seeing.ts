import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Attendee from '#models/fair/attendee'
import { type Place, type Presence, obstacle, placesOf, presenceOf } from '#models/fair/place'

export interface SeenPlace extends Place {
  reason: ReturnType<typeof obstacle>
}

export interface Outlook {
  presence: Presence
  /** where they may start now */
  calls: SeenPlace[]
  /** where they wait */
  waiting: SeenPlace[]
  passed: SeenPlace[]
  /** what the page listens to */
  channels: string[]
}

/** What an attendee sees of the fair: status, queues, reasons. */
export function Seeing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async outlook(this: Attendee): Promise<Outlook> {
      const client = db.connection()
      const [presence, places] = await Promise.all([presenceOf(client, this.id), placesOf(client, this.id)])
      const seen = places.map((place) => ({ ...place, reason: obstacle(place, presence) }))
      const open = seen.filter((place) => !place.completedAt)
      return {
        presence,
        calls: open.filter((place) => !place.reason),
        waiting: open.filter((place) => place.reason && place.reason.code !== 'inside'),
        passed: seen.filter((place) => place.completedAt),
        channels: [this.channel, `fairs/${this.fairId}`, ...open.map((place) => `stands/${place.standId}/queue`)],
      }
    }
  }
}
