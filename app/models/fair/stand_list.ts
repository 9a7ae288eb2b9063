import type { Viewer } from '#models/accounts/viewer'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type { StandCard, StandFilters } from '#models/fair/fair/listing'
import type { Page } from '#models/mixins/paging'

/** Whether somebody may join a stand now, and if not, why. */
export type Door = 'open' | 'joined' | 'passed' | 'closed' | 'paused' | 'full'

export type SeenStand = StandCard & { door: Door }

export interface StandList {
  attendee: Attendee | null
  open: boolean
  stands: Page<SeenStand>
  filters: StandFilters
}

/** One stand, as its poster's page shows it. */
export interface StandView {
  attendee: Attendee | null
  open: boolean
  /** undefined when the fair has no such stand */
  stand: SeenStand | undefined
}

/** The stands of a fair as one person, or a visitor, sees them. */
export async function standListFor(fair: Fair, viewer: Viewer, filters: StandFilters): Promise<StandList> {
  const [attendee, open] = await Promise.all([fair.attendeeFor(viewer), fair.isOpen()])
  const stands = await fair.standCards(attendee?.id ?? null, filters)
  return { attendee, open, filters, stands: { ...stands, rows: stands.rows.map((card) => ({ ...card, door: doorOf(card, open) })) } }
}

const ANY = { search: '', show: 'all', sort: { by: 'name', down: false }, page: 1 } as const

export async function standSeenBy(fair: Fair, viewer: Viewer, id: number): Promise<StandView> {
  const { attendee, open, stands } = await standListFor(fair, viewer, { ...ANY, only: id })
  return { attendee, open, stand: stands.rows[0] }
}

/** In the order in which joining refuses (§1.8). */
function doorOf({ mine, paused, queueLimit, queueLength }: StandCard, open: boolean): Door {
  if (mine === 'passed') return 'passed'
  if (mine === 'waiting') return 'joined'
  if (!open) return 'closed'
  if (paused) return 'paused'
  return queueLimit !== null && queueLength >= queueLimit ? 'full' : 'open'
}
