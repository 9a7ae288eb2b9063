import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'

export interface StandCard {
  id: number
  name: string
  /** where it is in the hall */
  place: string | null
  organisation: string | null
  slots: number
  paused: boolean
  queueLength: number
  queueLimit: number | null
  mine: 'none' | 'waiting' | 'passed'
}

export interface StandFilters {
  search: string
  show: 'all' | 'mine' | 'open' | 'passed'
  sort: Sort<'name' | 'queue'>
  page: number
  /** this stand alone, even on pause: somebody stands before its poster */
  only?: number
}

const ORDERS = { name: 's.name collate "fr-x-icu"', queue: '"queueLength"' }

/** The list of a fair's stands. */
export function Listing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** The stands that somebody may see: those recruiting, and those where they are known (R17, R18). */
    async standCards(this: Fair, attendeeId: number | null, { search, show, sort, page, only }: StandFilters): Promise<Page<StandCard>> {
      const where = [
        's.fair_id = :fair',
        only ? 's.id = :only' : '(e.id is not null or not paused.is)',
        search ? `plain(s.name || ' ' || coalesce(o.name, '')) like :search` : '',
        { all: '', mine: 'e.id is not null and e.completed_at is null', open: 'e.id is null', passed: 'e.completed_at is not null' }[show],
      ].filter(Boolean)
      const from = `from stands s
        left join organisations o on o.id = s.organisation_id
        left join queue_entries e on e.stand_id = s.id and e.attendee_id = :attendee and e.left_at is null
        cross join lateral (select exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as is) paused
        where ${where.join(' and ')}`
      const bindings = {
        fair: this.id,
        attendee: attendeeId ?? 0,
        search: containing(search),
        only: only ?? 0,
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      }
      const [list, count] = await Promise.all([
        db.rawQuery(
          `select s.id, s.name, s.place, nullif(o.name, s.name) as organisation, s.slots, s.queue_limit as "queueLimit", paused.is as paused,
            (select count(*) from queue_entries q where q.stand_id = s.id and q.left_at is null and q.completed_at is null) as "queueLength",
            case when e.id is null then 'none' when e.completed_at is null then 'waiting' else 'passed' end as mine
          ${from} order by ${orderOf(sort, ORDERS)}, s.name collate "fr-x-icu", s.id limit :limit offset :offset`,
          bindings
        ),
        db.rawQuery(`select count(*) as total ${from}`, bindings),
      ])
      return pageOf<StandCard>(list.rows, count.rows[0].total, page)
    }
  }
}
