import { DateTime } from 'luxon'
import { type ShownAnnouncement, announcementsFor } from '#models/fair/announcement_board'
import type Fair from '#models/fair/fair'
import type { Outlook, SeenPlace } from '#models/fair/outlook'

/** What somebody sees of their day at a fair. */
export interface Visit {
  outlook: Outlook
  /** the one of their calls whose time runs */
  running: SeenPlace | undefined
  /** calls that they missed, where they only have to say that they are back */
  missed: SeenPlace[]
  /** the other places where they wait */
  queues: SeenPlace[]
  announcements: ShownAnnouncement[]
  /** when the fair opens, for whoever finds it closed */
  opensAt: Date | null
}

export async function visitOf(fair: Fair, outlook: Outlook): Promise<Visit> {
  const now = DateTime.now()
  return {
    outlook,
    running: outlook.calls.find((place) => place.graceStartedAt),
    missed: outlook.waiting.filter(isMissed),
    queues: outlook.waiting.filter((place) => !isMissed(place)),
    announcements: outlook.announced ? await announcementsFor(fair.id, outlook.attendeeId, now) : [],
    opensAt: fair.openingAt(now)?.toJSDate() ?? null,
  }
}

const isMissed = ({ reason }: SeenPlace) => reason?.code === 'skipped'
