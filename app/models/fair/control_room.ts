import { DateTime } from 'luxon'
import { type Alert, alertsOf } from '#models/fair/alerts'
import type Fair from '#models/fair/fair'
import type { QueueLine, StandLine, StandLineFilters } from '#models/fair/fair/overseeing'
import { type Happening, feedOf } from '#models/fair/feed'
import { type Figures, figuresOf } from '#models/fair/figures'
import type { Page } from '#models/mixins/paging'

/** As many people of an unfolded queue as a screen can be asked to hold; the stand's own page has them all. */
const UNFOLDED = 50

export interface ControlFilters extends StandLineFilters {
  /** stands whose queue is unfolded */
  open: number[]
}

export interface ControlRoom {
  open: boolean
  alerts: Alert[]
  figures: Figures
  stands: Page<StandLine>
  queues: Map<number, QueueLine[]>
  feed: Happening[]
  filters: ControlFilters
}

/** The whole fair on one screen, for whoever runs it. */
export async function controlRoomOf(fair: Fair, filters: ControlFilters): Promise<ControlRoom> {
  const [open, alerts, figures, stands, queues, feed] = await Promise.all([
    fair.isOpen(),
    alertsOf(fair.id, DateTime.now()),
    figuresOf(fair.id),
    fair.standLines(filters),
    fair.queuesOf(filters.open, UNFOLDED),
    feedOf({ fairId: fair.id }),
  ])
  return { open, alerts, figures, stands, queues, feed, filters }
}
