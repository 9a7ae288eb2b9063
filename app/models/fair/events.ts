import db from '@adonisjs/lucid/services/db'
import { EVENTS, type EventKind, FAIR_EVENTS } from '#config/fair_events'
import { PAGE_SIZE, type Page, containing, pageOf } from '#models/mixins/paging'

/** One line of the audit, as whoever runs the fair reads it: names are those of now. */
export interface FairEvent {
  id: number
  at: Date
  action: string
  actorKind: 'user' | 'stand' | 'attendee' | 'station' | 'system'
  /** null for the system, and for who is no more */
  actor: string | null
  address: string | null
  attendeeId: number | null
  attendee: string | null
  stand: string | null
  changes: Record<string, unknown>
}

export interface EventFilters {
  kind: 'all' | EventKind
  search: string
  attendee?: number
  stand?: number
  page: number
}

/** The number that a line `e` of the audit keeps under one of these names. */
const number = (...names: string[]) =>
  names.map((name) => `when jsonb_typeof(e.changes->'${name}') = 'number' then (e.changes->>'${name}')::bigint`).join(' ')

/** Of whom and of which stand a line tells. */
const WHOM = `case when e.object_type = 'attendee' then e.object_id ${number('attendee', 'attendeeId')} end`
const WHERE = `case when e.object_type = 'stand' then e.object_id ${number('stand', 'standId')} end`

const FROM = `from (select e.*, ${WHOM} as attendee_id, ${WHERE} as stand_id from audit_events e where e.fair_id = :fair and e.action = any(:actions)) e
  left join attendees a on a.id = e.attendee_id
  left join stands s on s.id = e.stand_id`

const NAME = `a.given_name || ' ' || a.family_name`

/** Asked once for the words, not for each line. */
const PEOPLE = `select a.id from attendees a where a.fair_id = :fair and plain(${NAME}) like :search`
const STANDS = 'select s.id from stands s where s.fair_id = :fair and plain(s.name) like :search'

/** What happened at a fair, who did it and from where, the latest first. */
export async function eventsOf(fairId: number, { kind, search, attendee, stand, page }: EventFilters): Promise<Page<FairEvent>> {
  const where = [
    search ? `(e.attendee_id = any(array(${PEOPLE})) or e.stand_id = any(array(${STANDS})))` : '',
    attendee ? 'e.attendee_id = :attendee' : '',
    stand ? 'e.stand_id = :stand' : '',
  ]
  const from = `${FROM} where ${where.filter(Boolean).join(' and ') || 'true'}`
  const bindings = {
    fair: fairId,
    actions: (kind === 'all' ? EVENTS : [...FAIR_EVENTS[kind]]) as never,
    search: containing(search),
    attendee: attendee ?? 0,
    stand: stand ?? 0,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  }
  const [list, count] = await Promise.all([
    db.rawQuery(
      `select e.id, e.at, e.action, e.actor_kind as "actorKind", host(e.address) as address, e.changes,
        a.id as "attendeeId", ${NAME} as attendee, coalesce(s.name, e.changes->>'name') as stand,
        case e.actor_kind
          when 'user' then (select u.given_name || ' ' || u.family_name from users u where u.id = e.actor_id)
          when 'stand' then (select name from stands where id = e.actor_id)
          when 'attendee' then (select given_name || ' ' || family_name from attendees where id = e.actor_id)
        end as actor
      ${from} order by e.at desc, e.id desc limit :limit offset :offset`,
      bindings
    ),
    db.rawQuery(`select count(*) as total ${from}`, bindings),
  ])
  return pageOf<FairEvent>(list.rows, count.rows[0].total, page)
}
