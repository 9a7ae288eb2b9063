import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { PAGE_SIZE, type Page, type Sort, containing, inBatches, orderOf, pageOf } from '#models/mixins/paging'
import type { Status } from '#models/fair/presence'

export interface AttendeeLine {
  id: number
  name: string
  email: string | null
  status: Status
  stand: string | null
  waiting: number
}

/** One person as a file says it. */
export interface AttendeeRow extends AttendeeLine {
  given_name: string
  family_name: string
  created_at: Date
  passed: number
}

export interface AttendeeFilters {
  search: string
  status: 'all' | Status
  sort: Sort<'name' | 'queues'>
  page: number
}

/** Those whom a search finds as one types. */
export interface Found {
  rows: AttendeeLine[]
  total: number
  tooShort: boolean
}

const FEWEST_LETTERS = 3
const FOUND = 8

const ORDERS = { name: 'family_name collate "fr-x-icu"', queues: 'waiting' }

/** The people of a fair, as an organiser looks for one of them. */
export function Rostering<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async attendeeLines(this: Fair, { search, status, sort, page }: AttendeeFilters): Promise<Page<AttendeeLine>> {
      const from = `from ${linesWhere({ search, status })}`
      const bindings = { fair: this.id, search: eachOf(search), status, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
      const [list, count] = await Promise.all([
        db.rawQuery(
          `select line.*, ${WAITING} as waiting ${from}
          order by ${orderOf(sort, ORDERS)}, family_name collate "fr-x-icu", given_name collate "fr-x-icu", id
          limit :limit offset :offset`,
          bindings
        ),
        db.rawQuery(`select count(*) as total ${from}`, bindings),
      ])
      return pageOf<AttendeeLine>(list.rows, count.rows[0].total, page)
    }

    /** The first of those whom these words find; too few letters find nobody. */
    async findPeople(this: Fair, words: string): Promise<Found> {
      if (words.replace(/\s/g, '').length < FEWEST_LETTERS) return { rows: [], total: 0, tooShort: true }
      const { rows, total } = await this.attendeeLines({ search: words, status: 'all', sort: { by: 'name', down: false }, page: 1 })
      return { rows: rows.slice(0, FOUND), total, tooShort: false }
    }

    /** Everybody whom the list would show, on all its pages, in the order of their arrival. */
    allAttendees(this: Fair, { search, status }: Pick<AttendeeFilters, 'search' | 'status'>): AsyncGenerator<AttendeeRow> {
      const from = linesWhere({ search, status })
      return inBatches(async (after, limit) => {
        const { rows } = await db.rawQuery(
          `select line.*, ${WAITING} as waiting,
            (select count(*) from interviews i where i.attendee_id = line.id and i.outcome = 'passed') as passed
          from ${from} and line.id > :after order by line.id limit :limit`,
          { fair: this.id, search: eachOf(search), status, after, limit }
        )
        return rows as AttendeeRow[]
      })
    }
  }
}

/** Each word, in any order. */
function eachOf(search: string) {
  return search.split(/\s+/).map(containing) as never
}

const WAITING = `(select count(*) from queue_entries e where e.attendee_id = line.id and e.left_at is null and e.completed_at is null)`

function linesWhere({ search, status }: Pick<AttendeeFilters, 'search' | 'status'>) {
  const where = [search ? 'plain(words) like all(:search)' : '', status === 'all' ? '' : 'status = :status'].filter(Boolean)
  return `(
      select a.id, a.given_name, a.family_name, a.given_name || ' ' || a.family_name as name, a.created_at, coalesce(u.email, a.email) as email, s.name as stand,
        concat_ws(' ', a.given_name, a.family_name, u.email, a.email) as words,
        case when i.id is not null then 'interviewing' when p.id is not null then 'paused' else 'available' end as status
      from attendees a
      left join users u on u.id = a.user_id
      left join interviews i on i.attendee_id = a.id and i.ended_at is null
      left join stands s on s.id = i.stand_id
      left join attendee_pauses p on p.attendee_id = a.id and p.ended_at is null
      where a.fair_id = :fair
    ) line where ${where.join(' and ') || 'true'}`
}
