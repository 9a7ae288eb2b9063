/* What a stand's dashboard asks of the database: one question a column. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { PAGE_SIZE } from '#models/mixins/paging'
import { settings } from '#services/settings'

export interface Inside {
  interviewId: number
  entryId: number
  attendeeId: number
  name: string
  startedAt: Date
}

export interface Passed {
  interviewId: number | null
  entryId: number
  attendeeId: number
  name: string
  completedAt: Date
  undoable: boolean
  undoUntil: Date | null
}

export async function stateOf(standId: number) {
  const { rows } = await db.rawQuery(
    `select
      exists (select 1 from fair_openings o where o.fair_id = s.fair_id and o.ended_at is null) as fair_open,
      exists (select 1 from stand_pauses p where p.stand_id = s.id and p.ended_at is null) as paused,
      (select count(*) from interviews i where i.stand_id = s.id and i.ended_at is null) as inside,
      w.waiting, w.available,
      (select count(*) from queue_entries e where e.stand_id = s.id and e.completed_at is not null) as passed
    from stands s
    cross join lateral (
      select count(*) as waiting, count(*) filter (
        where e.attendee_id not in (select i.attendee_id from interviews i where i.ended_at is null)
        and e.attendee_id not in (select p.attendee_id from attendee_pauses p where p.ended_at is null)
        and e.id not in (select k.queue_entry_id from skips k where k.ended_at is null)
      ) as available
      from queue_entries e
      where e.stand_id = s.id and e.left_at is null and e.completed_at is null
        and e.id not in (select i.queue_entry_id from interviews i where i.ended_at is null)
    ) w
    where s.id = ?`,
    [standId]
  )
  return rows[0]
}

export async function insideOf(standId: number): Promise<Inside[]> {
  const { rows } = await db.rawQuery(
    `select i.id as "interviewId", i.queue_entry_id as "entryId", i.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name, i.started_at as "startedAt"
    from interviews i join attendees a on a.id = i.attendee_id
    where i.stand_id = ? and i.ended_at is null order by i.started_at, i.id`,
    [standId]
  )
  return rows
}

export async function passedOf(standId: number, page: number, at: DateTime): Promise<Passed[]> {
  const { rows } = await db.rawQuery(
    `select e.id as "entryId", e.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name, e.completed_at as "completedAt",
      i.id as "interviewId", coalesce(i.ended_at > :undo, false) as undoable,
      i.ended_at + make_interval(secs => :seconds) as "undoUntil"
    from queue_entries e
    join attendees a on a.id = e.attendee_id
    left join lateral (
      select id, ended_at from interviews where queue_entry_id = e.id and outcome = 'passed' order by ended_at desc limit 1
    ) i on true
    where e.stand_id = :stand and e.completed_at is not null
    order by e.completed_at desc, e.id desc limit :limit offset :offset`,
    {
      stand: standId,
      undo: at.minus({ seconds: settings().fair.undoSeconds }).toJSDate(),
      seconds: settings().fair.undoSeconds,
      limit: PAGE_SIZE,
      offset: (page - 1) * PAGE_SIZE,
    }
  )
  return rows
}
