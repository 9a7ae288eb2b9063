import type Fair from '#models/fair/fair'
import type { Figures, StandLine, StandLineFilters } from '#models/fair/fair/overseeing'
import type { Waiting } from '#models/fair/dashboard'
import type { Page } from '#models/mixins/paging'

/** As many people of an unfolded queue as a screen can be asked to hold; the stand's own page has them all. */
const UNFOLDED = 50

export interface ControlFilters extends StandLineFilters {
  /** stands whose queue is unfolded */
  open: number[]
}

export interface ControlRoom {
  open: boolean
  figures: Figures
  stands: Page<StandLine>
  queues: Map<number, Waiting[]>
  filters: ControlFilters
}

/** The whole fair on one screen, for whoever runs it. */
export async function controlRoomOf(fair: Fair, filters: ControlFilters): Promise<ControlRoom> {
  const [open, figures, stands, queues] = await Promise.all([
    fair.isOpen(),
    fair.figures(),
    fair.standLines(filters),
    fair.queuesOf(filters.open, UNFOLDED),
  ])
  return { open, figures, stands, queues, filters }
}
