import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import db from '@adonisjs/lucid/services/db'
import type Fair from '#models/fair/fair'
import { type Act, within } from '#models/mixins/act'
import { inBatches } from '#models/mixins/paging'

/** A place in a queue as a file says it. */
export interface EntryRow {
  id: number
  name: string
  email: string | null
  stand: string
  position: number
  joined: Date
  passed: Date | null
  left: Date | null
  state: 'waiting' | 'skipped' | 'interviewing' | 'passed' | 'left'
}

export interface InterviewRow {
  id: number
  name: string
  email: string | null
  stand: string
  position: number
  started: Date
  ended: Date | null
  /** null while it goes on */
  minutes: number | null
  outcome: 'interviewing' | 'passed' | 'interrupted'
}

export interface StandRow {
  id: number
  name: string
  place: string | null
  slots: number
  queueLimit: number | null
  paused: boolean
  inside: number
  waiting: number
  passed: number
}

/** What is taken away, and the line of the audit that says so. */
const TAKEN = {
  attendees: 'fair.attendees.exported',
  stands: 'fair.stands.exported',
  entries: 'fair.entries.exported',
  interviews: 'fair.interviews.exported',
} as const

export type Taken = keyof typeof TAKEN

const PERSON = `a.given_name || ' ' || a.family_name as name, coalesce(u.email, a.email) as email, s.name as stand, e.position`
const OF_STANDS = `e.stand_id in (select id from stands where fair_id = :fair)`

/** The whole fair as lists, in the order of their numbers, read as fast as they are taken. */
export function Exporting<T extends NormalizeConstructor<LucidModel>>(superclass: T) {
  return class extends superclass {
    /** Whoever takes a list away is written down. */
    async tellTaken(this: Fair, what: Taken, act: Act): Promise<void> {
      await within(act, (trx) => this.track(trx, act, TAKEN[what]))
    }

    allEntries(this: Fair): AsyncGenerator<EntryRow> {
      return rowsOf(
        this,
        `select e.id, ${PERSON}, e.joined_at as joined, e.completed_at as passed, e.left_at as left,
          case
            when e.left_at is not null then 'left' when e.completed_at is not null then 'passed'
            when exists (select 1 from interviews i where i.queue_entry_id = e.id and i.ended_at is null) then 'interviewing'
            when exists (select 1 from skips k where k.queue_entry_id = e.id and k.cause <> 'held' and k.ended_at is null) then 'skipped'
            else 'waiting'
          end as state
        from queue_entries e
        join stands s on s.id = e.stand_id
        join attendees a on a.id = e.attendee_id
        left join users u on u.id = a.user_id
        where ${OF_STANDS} and e.id > :after order by e.id limit :limit`
      )
    }

    allInterviews(this: Fair): AsyncGenerator<InterviewRow> {
      return rowsOf(
        this,
        `select i.id, ${PERSON}, i.started_at as started, i.ended_at as ended,
          round(extract(epoch from i.ended_at - i.started_at)::numeric / 60, 1)::float as minutes, coalesce(i.outcome, 'interviewing') as outcome
        from interviews i
        join queue_entries e on e.id = i.queue_entry_id
        join stands s on s.id = i.stand_id
        join attendees a on a.id = i.attendee_id
        left join users u on u.id = a.user_id
        where ${OF_STANDS.replace('e.', 'i.')} and i.id > :after order by i.id limit :limit`
      )
    }

    standResults(this: Fair): AsyncGenerator<StandRow> {
      return rowsOf(
        this,
        `select s.id, s.name, s.place, s.slots, s.queue_limit as "queueLimit",
          exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as paused,
          (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) as inside,
          (select count(*) from queue_entries e where e.stand_id = s.id and e.left_at is null and e.completed_at is null
            and not exists (select 1 from interviews i where i.queue_entry_id = e.id and i.ended_at is null)) as waiting,
          (select count(*) from queue_entries e where e.stand_id = s.id and e.completed_at is not null) as passed
        from stands s where s.fair_id = :fair and s.id > :after order by s.id limit :limit`
      )
    }
  }
}

function rowsOf<Row extends { id: number }>(fair: Fair, sql: string): AsyncGenerator<Row> {
  return inBatches(async (after, limit) => {
    const { rows } = await db.rawQuery(sql, { fair: fair.id, after, limit })
    return rows as Row[]
  })
}
