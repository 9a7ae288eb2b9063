import type User from '#models/accounts/user'
import type Attendee from '#models/fair/attendee'
import type Fair from '#models/fair/fair'
import type { StandCard, StandFilters } from '#models/fair/fair/listing'
import type { Page } from '#models/mixins/paging'

export interface StandList {
  attendee: Attendee | null
  open: boolean
  stands: Page<StandCard>
  filters: StandFilters
}

/** The stands of a fair as one person, or a visitor, sees them. */
export async function standListFor(fair: Fair, user: User | null, filters: StandFilters): Promise<StandList> {
  const [attendee, open] = await Promise.all([fair.attendeeOf(user), fair.isOpen()])
  return { attendee, open, filters, stands: await fair.standCards(attendee?.id ?? null, filters) }
}
