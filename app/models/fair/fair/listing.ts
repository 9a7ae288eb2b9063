import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { type Queue, type Wait, isLastCall, waitOf } from '#models/fair/pace'
import { READY } from '#models/fair/recall'
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
  /** how long somebody who joins now may wait; null where nobody can join */
  wait: Wait | null
  /** the fair may close before somebody who joins now is seen */
  lastCall: boolean
}

/** A card before its waiting time is worked out. */
export interface CardRow extends Omit<StandCard, 'wait' | 'lastCall'>, Queue {
  open: boolean
}

/** What the waiting time at each of few stands `s` follows from. */
export const WAITING = `s.measured_interviews as "measuredInterviews", s.median_seconds as "medianSeconds", s.long_seconds as "longSeconds",
  f.interview_minutes as "interviewMinutes", line.length - inside.count as ahead, line.ready as "readyAhead", inside.since as "insideSince",
  exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null) as open`

export const WAITED = `join fairs f on f.id = s.fair_id
  cross join lateral (
    select count(*) as length, count(*) filter (where ${READY}) as ready
    from queue_entries e where e.stand_id = s.id and e.left_at is null and e.completed_at is null
  ) line
  cross join lateral (
    select count(*) as count, coalesce(array_agg(i.started_at), '{}') as since from interviews i where i.stand_id = s.id and i.ended_at is null
  ) inside`

export interface StandFilters {
  search: string
  show: 'all' | 'mine' | 'open' | 'passed'
  sort: Sort<'name' | 'queue'>
  page: number
  /** this stand alone, even on pause: somebody stands before its poster */
  only?: number
}

const ORDERS = {
  name: 's.name collate "fr-x-icu"',
  queue: '(select count(*) from queue_entries q where q.stand_id = s.id and q.left_at is null and q.completed_at is null)',
}

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
          `select s.*, ${WAITING} from (
            select s.id, s.fair_id, s.name, s.place, nullif(o.name, s.name) as organisation, s.slots, s.queue_limit as "queueLimit", paused.is as paused,
              (select count(*) from queue_entries q where q.stand_id = s.id and q.left_at is null and q.completed_at is null) as "queueLength",
              case when e.id is null then 'none' when e.completed_at is null then 'waiting' else 'passed' end as mine,
              row_number() over (order by ${orderOf(sort, ORDERS)}, s.name collate "fr-x-icu", s.id) as turn,
              s.measured_interviews, s.median_seconds, s.long_seconds
            ${from} order by turn limit :limit offset :offset
          ) s ${WAITED} order by s.turn`,
          bindings
        ),
        db.rawQuery(`select count(*) as total ${from}`, bindings),
      ])
      const now = DateTime.now()
      const closesAt = this.closingAt(now).toJSDate()
      const cards = list.rows.map((row: CardRow) => cardOf(row, now.toJSDate(), closesAt))
      return pageOf<StandCard>(cards, count.rows[0].total, page)
    }
  }
}

/** @param closesAt the end of the fair's opening */
export function cardOf(row: CardRow, now: Date, closesAt: Date): StandCard {
  const joinable = row.open && !row.paused
  return {
    ...row,
    wait: joinable ? waitOf(row, now) : null,
    lastCall: joinable && isLastCall(row, now, closesAt),
  }
}
