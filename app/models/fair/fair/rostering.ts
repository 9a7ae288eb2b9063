import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'
import type { Status } from '#models/fair/presence'

export interface AttendeeLine {
  id: number
  name: string
  email: string | null
  status: Status
  stand: string | null
  waiting: number
}

export interface AttendeeFilters {
  search: string
  status: 'all' | Status
  sort: Sort<'name' | 'queues'>
  page: number
}

const ORDERS = { name: 'family_name collate "fr-x-icu"', queues: 'waiting' }

/** The people of a fair, as an organiser looks for one of them. */
export function Rostering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async attendeeLines(this: Fair, { search, status, sort, page }: AttendeeFilters): Promise<Page<AttendeeLine>> {
      const where = [
        search ? `plain(given_name || ' ' || family_name || ' ' || coalesce(email, '')) like :search` : '',
        status === 'all' ? '' : 'status = :status',
      ].filter(Boolean)
      const from = `from (
          select a.id, a.given_name, a.family_name, a.given_name || ' ' || a.family_name as name, u.email, s.name as stand,
            case when i.id is not null then 'interviewing' when p.id is not null then 'paused' else 'available' end as status
          from attendees a
          left join users u on u.id = a.user_id
          left join interviews i on i.attendee_id = a.id and i.ended_at is null
          left join stands s on s.id = i.stand_id
          left join attendee_pauses p on p.attendee_id = a.id and p.ended_at is null
          where a.fair_id = :fair
        ) line ${where.length > 0 ? `where ${where.join(' and ')}` : ''}`
      const bindings = { fair: this.id, search: containing(search), status, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
      const [list, count] = await Promise.all([
        db.rawQuery(
          `select line.*, (
            select count(*) from queue_entries e where e.attendee_id = line.id and e.left_at is null and e.completed_at is null
          ) as waiting ${from}
          order by ${orderOf(sort, ORDERS)}, family_name collate "fr-x-icu", given_name collate "fr-x-icu", id
          limit :limit offset :offset`,
          bindings
        ),
        db.rawQuery(`select count(*) as total ${from}`, bindings),
      ])
      return pageOf<AttendeeLine>(list.rows, count.rows[0].total, page)
    }
  }
}
