import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type Fair from '#models/fair/fair'
import { SHORT_NAME } from '#models/fair/places'

export interface WallCall {
  id: number
  /** `Alice D.` */
  name: string
  stand: string
  place: string | null
  /** when it rang last */
  rungAt: Date
  /** the person came, or did not */
  over: boolean
}

export interface Wall {
  open: boolean
  calls: WallCall[]
}

/** As many as are read from the end of a hall. */
const SHOWN = 6

/** Calls that are over stay this long (h): the screen is not empty between two of them, nor does it tell of the morning. */
const KEPT = 2

/** What the screen in the hall shows: those who are expected, the last called first, then those who were. */
export async function wallOf(fair: Fair, at: DateTime): Promise<Wall> {
  const [open, { rows }] = await Promise.all([
    fair.isOpen(),
    db.rawQuery(
      `select c.id, ${SHORT_NAME} as name, s.name as stand, s.place, c.rung_at as "rungAt", c.ended_at is not null as over
      from stands s
      cross join lateral (
        select id, attendee_id, coalesce(last_rung_at, called_at) as rung_at, ended_at from calls
        where stand_id = s.id and ended_at is null
        union all
        (select id, attendee_id, coalesce(last_rung_at, called_at), ended_at from calls past
          where stand_id = s.id and called_at > :since and outcome in ('started', 'missed')
            and not exists (select 1 from calls where queue_entry_id = past.queue_entry_id and id > past.id)
          order by called_at desc limit ${SHOWN})
      ) c
      join attendees a on a.id = c.attendee_id
      where s.fair_id = :fair
      order by c.ended_at is not null, c.rung_at desc, c.id desc limit ${SHOWN}`,
      { fair: fair.id, since: at.minus({ hours: KEPT }).toJSDate() }
    ),
  ])
  return { open, calls: rows }
}
