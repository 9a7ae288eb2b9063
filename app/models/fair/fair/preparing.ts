import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import type { StandLineOut } from '#models/fair/fair/furnishing'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'

export interface Readiness {
  open: boolean
  stands: number
  /** stands of which nobody said where they are */
  unplaced: number
  attendees: number
  /** attendees without an account */
  unaccounted: number
}

export interface SheetFilters {
  search: string
  sort: Sort<'name' | 'place' | 'slots'>
  page: number
}

const ORDERS = { name: 's.name collate "fr-x-icu"', place: 's.place collate "fr-x-icu"', slots: 's.slots' }

/** What an organiser looks at before the doors open. */
export function Preparing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The stands as they are prepared: nothing here moves during the fair. */
    async standSheets(this: Fair, { search, sort, page }: SheetFilters): Promise<Page<StandLineOut>> {
      const from = `from stands s left join organisations o on o.id = s.organisation_id
        where s.fair_id = :fair ${search ? `and plain(s.name || ' ' || coalesce(s.place, '') || ' ' || coalesce(o.name, '')) like :search` : ''}`
      const bindings = { fair: this.id, search: containing(search), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
      const [list, count] = await Promise.all([
        db.rawQuery(
          `select s.id, s.name, s.slots, s.queue_limit as "queueLimit", s.place, o.name as organisation ${from}
          order by ${orderOf(sort, ORDERS)} nulls last, s.name collate "fr-x-icu", s.id limit :limit offset :offset`,
          bindings
        ),
        db.rawQuery(`select count(*) as total ${from}`, bindings),
      ])
      return pageOf<StandLineOut>(list.rows, count.rows[0].total, page)
    }

    async standCount(this: Fair): Promise<number> {
      const [{ total }] = await db.from('stands').where('fair_id', this.id).count('* as total')
      return total
    }

    /** What is still missing before the doors open. */
    async readiness(this: Fair): Promise<Readiness> {
      const { rows } = await db.rawQuery(
        `select
          exists (select 1 from fair_openings where fair_id = :fair and ended_at is null) as open,
          (select count(*) from stands where fair_id = :fair) as stands,
          (select count(*) from stands where fair_id = :fair and place is null) as unplaced,
          (select count(*) from attendees where fair_id = :fair) as attendees,
          (select count(*) from attendees where fair_id = :fair and user_id is null) as unaccounted`,
        { fair: this.id }
      )
      return rows[0]
    }
  }
}
