import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { PAGE_SIZE, type Page, type Sort, containing, orderOf, pageOf } from '#models/mixins/paging'
import { CALLED, OCCUPIED, type Waiting } from '#models/fair/waiting'

export interface StandLine {
  id: number
  name: string
  slots: number
  paused: boolean
  inside: number
  waiting: number
  available: number
  passed: number
}

/** Somebody of a queue, or inside: whose interview may then be ended. */
export interface QueueLine extends Waiting {
  interviewId: number | null
}

export interface StandLineFilters {
  search: string
  state: 'all' | 'recruiting' | 'paused'
  sort: Sort<'name' | 'inside' | 'waiting' | 'available' | 'passed'>
  page: number
}

const STAND_ORDERS = { name: 'name collate "fr-x-icu"', inside: 'inside', waiting: 'waiting', available: 'available', passed: 'passed' }

/** What the organiser's control room shows of the whole fair. */
export function Overseeing<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    async standLines(this: Fair, { search, state, sort, page }: StandLineFilters): Promise<Page<StandLine>> {
      const where = [
        's.fair_id = :fair',
        search ? 'plain(s.name) like :search' : '',
        { all: '', recruiting: 'not paused.is', paused: 'paused.is' }[state],
      ].filter(Boolean)
      const from = `from stands s
        cross join lateral (select exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as is) paused
        where ${where.join(' and ')}`
      const bindings = { fair: this.id, search: containing(search), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
      const [list, count] = await Promise.all([
        db.rawQuery(
          `select s.*, coalesce(w.waiting, 0) as waiting, coalesce(w.available, 0) as available, coalesce(w.passed, 0) as passed
          from (
            select s.id, s.name, s.slots, paused.is as paused,
              (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) as inside ${from}
          ) s
          left join lateral (
            select count(*) filter (where e.completed_at is not null) as passed,
              count(*) filter (where e.completed_at is null and (i.id is null or i.queue_entry_id <> e.id)) as waiting,
              count(*) filter (where e.completed_at is null and i.id is null and p.id is null and k.id is null) as available
            from queue_entries e
            left join interviews i on i.attendee_id = e.attendee_id and i.ended_at is null
            left join attendee_pauses p on p.attendee_id = e.attendee_id and p.ended_at is null
            left join skips k on k.queue_entry_id = e.id and k.ended_at is null
            where e.stand_id = s.id and e.left_at is null
          ) w on true
          order by ${orderOf(sort, STAND_ORDERS)}, name collate "fr-x-icu", id limit :limit offset :offset`,
          bindings
        ),
        db.rawQuery(`select count(*) as total ${from}`, bindings),
      ])
      return pageOf<StandLine>(list.rows, count.rows[0].total, page)
    }

    /** The queues that the organiser has unfolded, by stand, in one query. */
    async queuesOf(this: Fair, standIds: number[], limit: number): Promise<Map<number, QueueLine[]>> {
      const queues = new Map<number, QueueLine[]>(standIds.map((id) => [id, []]))
      if (standIds.length === 0) return queues
      const { rows } = await db.rawQuery(
        `select * from (
          select e.stand_id as "standId", e.id as "entryId", e.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name,
            e.joined_at as "joinedAt", e.rank_key, i.queue_entry_id is not distinct from e.id as here,
            case when i.queue_entry_id = e.id then i.id end as "interviewId",
            row_number() over (partition by e.stand_id, i.queue_entry_id is not distinct from e.id order by e.rank_key)::int as place,
            case when i.id is not null then 'interviewing' when p.id is not null then 'paused' else 'available' end as status,
            case when i.queue_entry_id = e.id then null else s.name end as elsewhere, ${CALLED}
          from queue_entries e
          ${OCCUPIED}
          where e.fair_id = :fair and e.stand_id = any(:stands) and e.left_at is null and e.completed_at is null
        ) line where place <= :limit order by "standId", rank_key`,
        { fair: this.id, stands: standIds as never, limit }
      )
      for (const { standId, here, place, ...line } of rows) queues.get(standId)!.push({ ...line, rank: here ? null : place })
      return queues
    }
  }
}
