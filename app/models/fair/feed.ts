import db from '@adonisjs/lucid/services/db'

export type HappeningKind = 'joined' | 'left' | 'started' | 'passed' | 'interrupted' | 'missed' | 'absent' | 'paused' | 'resumed'

/** One thing that happened at a stand. */
export interface Happening {
  /** the same on whichever page shows it */
  id: string
  kind: HappeningKind
  at: Date
  standId: number
  stand: string
  attendeeId: number | null
  name: string | null
}

/** As many as are shown. */
const LATEST = 20

/** Rows of a stand `s` that tell something, the latest by an index each. @param at the column of the instant */
const told = (kind: string, table: string, at: string, { attendee = 'attendee_id', where = 'true' } = {}) =>
  `(select ${kind} as kind, id as row, ${at} as at, ${attendee} as attendee_id from ${table}
    where stand_id = s.id and ${at} is not null and ${where} order by ${at} desc limit ${LATEST})`

const HAPPENINGS = [
  told(`'joined'`, 'queue_entries', 'joined_at'),
  told(`'left'`, 'queue_entries', 'left_at'),
  told(`'started'`, 'interviews', 'started_at'),
  told('outcome', 'interviews', 'ended_at'),
  told('cause', 'skips', 'started_at', { where: `cause <> 'held' and undone_at is null` }),
  told(`'paused'`, 'stand_pauses', 'started_at', { attendee: 'null::bigint' }),
  told(`'resumed'`, 'stand_pauses', 'ended_at', { attendee: 'null::bigint' }),
].join(' union all ')

/**
 * What happened last at one stand or at a whole fair, the latest first: read from the rows that make it true, so that what
 * is taken back goes from here too.
 */
export async function feedOf(where: { fairId: number } | { standId: number }): Promise<Happening[]> {
  const [column, id] = 'fairId' in where ? ['fair_id', where.fairId] : ['id', where.standId]
  const { rows } = await db.rawQuery(
    `select e.kind || '-' || e.row || '-' || floor(extract(epoch from e.at) * 1000) as id, e.kind, e.at,
      e.stand_id as "standId", e.stand, e.attendee_id as "attendeeId", a.given_name || ' ' || a.family_name as name
    from (
      select s.id as stand_id, s.name as stand, e.* from stands s cross join lateral (${HAPPENINGS}) e
      where s.${column} = :id order by e.at desc, e.row desc limit ${LATEST}
    ) e
    left join attendees a on a.id = e.attendee_id
    order by e.at desc, e.row desc`,
    { id }
  )
  return rows
}
