import { DateTime } from 'luxon'
import type { Viewer } from '#models/accounts/viewer'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type { StandCard, StandFilters } from '#models/fair/fair/listing'
import type { Page } from '#models/mixins/paging'

/** Whether somebody may join a stand now, and if not, why. */
export type Door = 'open' | 'joined' | 'passed' | 'closed' | 'paused' | 'full'

export type SeenStand = StandCard & { door: Door }

interface Seen {
  attendee: Attendee | null
  open: boolean
  /** when the fair opens, for whoever finds it closed; null when it does no more */
  opensAt: Date | null
  /** when it closes, for whoever may come too late */
  closesAt: Date
}

export interface StandList extends Seen {
  stands: Page<SeenStand>
  filters: StandFilters
}

/** One stand, as its poster's page shows it; undefined when the fair has no such stand. */
export interface StandView extends Seen {
  stand: SeenStand | undefined
}

/** The stands of a fair as one person, or a visitor, sees them. */
export async function standListFor(fair: Fair, viewer: Viewer, filters: StandFilters): Promise<StandList> {
  const now = DateTime.now()
  const [attendee, open] = await Promise.all([fair.attendeeFor(viewer), fair.isOpen()])
  const stands = await fair.standCards(attendee?.id ?? null, filters)
  return {
    attendee,
    open,
    opensAt: open ? null : (fair.openingAt(now)?.toJSDate() ?? null),
    closesAt: fair.closingAt(now).toJSDate(),
    filters,
    stands: { ...stands, rows: stands.rows.map((card) => ({ ...card, door: doorOf(card, open) })) },
  }
}

const ANY = { search: '', show: 'all', sort: { by: 'name', down: false }, page: 1 } as const

export async function standSeenBy(fair: Fair, viewer: Viewer, id: number): Promise<StandView> {
  const { stands, ...seen } = await standListFor(fair, viewer, { ...ANY, only: id })
  return { ...seen, stand: stands.rows[0] }
}

/** In the order in which joining refuses (§1.8). */
function doorOf({ mine, paused, queueLimit, queueLength }: StandCard, open: boolean): Door {
  if (mine === 'passed') return 'passed'
  if (mine === 'waiting') return 'joined'
  if (!open) return 'closed'
  if (paused) return 'paused'
  return queueLimit !== null && queueLength >= queueLimit ? 'full' : 'open'
}
