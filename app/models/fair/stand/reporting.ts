import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'
import { type Inside, type Passed, insideOf, passedOf, stateOf } from '#models/fair/dashboard'
import { type Waiting, waitingOf } from '#models/fair/waiting'
import type Stand from '#models/fair/stand'
import { type Page, pageOf } from '#models/mixins/paging'

export interface Dashboard {
  paused: boolean
  fairOpen: boolean
  inside: Inside[]
  waiting: Waiting[]
  passed: Page<Passed>
  counts: { inside: number; waiting: number; available: number; passed: number }
}

export interface DashboardFilters {
  /** everybody who waits, instead of the first of them */
  all: boolean
  /** only those of this name */
  search?: string
  /** page of those who have passed */
  page: number
}

/** As many as a screen shows at once; all of them are counted, and listed on demand. */
const FIRST_WAITING = 40

/** What a stand sees: three columns, and counters that nothing caps. */
export function Reporting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async dashboard(this: Stand, filters: DashboardFilters, at: DateTime): Promise<Dashboard> {
      const [state, inside, waiting, passed] = await Promise.all([
        stateOf(this.id),
        insideOf(this.id),
        waitingOf(this.id, filters.all ? null : FIRST_WAITING, filters.search),
        passedOf(this.id, filters.page, at),
      ])
      const { fair_open, paused, ...counts } = state
      return { paused, fairOpen: fair_open, inside, waiting, counts, passed: pageOf(passed, counts.passed, filters.page) }
    }
  }
}
