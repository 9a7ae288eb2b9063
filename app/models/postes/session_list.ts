/* The poste sessions of a site, as the people of its desk look for one of them. */
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { PAGE_SIZE, type Page, type Sort, containing, inBatches, orderOf, pageOf } from '#models/mixins/paging'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import type { Reason } from '#models/postes/poste_session/ending'
import type Site from '#models/postes/site'
import { settings } from '#services/settings'

export const STATES = ['issued', 'running', 'suspended', 'cut', 'ended', 'unused'] as const
export type SessionState = (typeof STATES)[number]

export interface SessionLine {
  id: number
  visitorId: number
  /** null for a guest, whose number it is, and for who was forgotten */
  visitor: string | null
  guest: number | null
  poste: string
  state: SessionState
  reason: Reason | null
  issuedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  /** what was used (s), until now when it runs */
  used: number
  granted: number
  added: number
}

/** One as a file says it. */
export interface SessionRow extends SessionLine {
  postalCode: string | null
  birthYear: number | null
}

export interface SessionFilters {
  state: 'all' | SessionState
  poste?: number
  /** days of the instance, both included: when the code was given */
  from: string
  to: string
  search: string
  sort: Sort<'issued' | 'poste' | 'visitor' | 'used'>
  page: number
}

const ORDERS = {
  issued: 's.issued_at',
  poste: 'p.name collate "und-x-icu"',
  visitor: 'v.family_name collate "und-x-icu", v.given_name collate "und-x-icu", v.guest_number',
  used: 'used',
}

/** What was used is the sum of the runs, never past the end of what was granted. */
const USED = `(select coalesce(sum(extract(epoch from coalesce(r.ended_at, least(:now::timestamptz, s.ends_at)) - r.started_at)), 0)::float8
  from poste_runs r where r.poste_session_id = s.id)`

const CUT = `(select r.cause from poste_runs r where r.poste_session_id = s.id order by r.id desc limit 1) = 'cut'`

/** What each word of the filter means of a session `s`. */
const IS: Record<SessionState, string> = {
  issued: 's.ended_at is null and s.started_at is null',
  running: 's.ends_at is not null',
  suspended: `s.ended_at is null and s.started_at is not null and s.ends_at is null and not ${CUT}`,
  cut: `s.ended_at is null and s.started_at is not null and s.ends_at is null and ${CUT}`,
  ended: 's.ended_at is not null and s.started_at is not null',
  unused: 's.ended_at is not null and s.started_at is null',
}

const STATE = `case ${STATES.map((state) => `when ${IS[state]} then '${state}'`).join(' ')} end as state`

const COLUMNS = `s.id, s.visitor_id as "visitorId", ${VISITOR_NAME} as visitor, v.guest_number as guest, p.name as poste, ${STATE}, s.reason,
  s.issued_at as "issuedAt", s.started_at as "startedAt", s.ended_at as "endedAt", ${USED} as used, s.granted_seconds as granted, s.added_seconds as added`

export async function sessionLines(site: Site, filters: SessionFilters, now: DateTime): Promise<Page<SessionLine>> {
  const [from, bindings] = chosen(site, filters)
  const { sort } = filters
  // A name is in several columns, each of which is turned.
  const orders = sort.down ? { ...ORDERS, visitor: ORDERS.visitor.replaceAll(', ', ' desc, ') } : ORDERS
  const page = { ...bindings, now: now.toJSDate(), limit: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE }
  const [list, count] = await Promise.all([
    db.rawQuery(`select ${COLUMNS} ${from} order by ${orderOf(sort, orders)}, s.id desc limit :limit offset :offset`, page),
    db.rawQuery(`select count(*) as total ${from}`, bindings),
  ])
  return pageOf<SessionLine>(list.rows, count.rows[0].total, filters.page)
}

/** All that the list would show, on all its pages, in the order in which codes were given. */
export function allSessions(site: Site, filters: SessionFilters, now: DateTime): AsyncGenerator<SessionRow> {
  const [from, bindings] = chosen(site, filters)
  return inBatches(async (after, limit) => {
    const { rows } = await db.rawQuery(
      `select ${COLUMNS}, v.postal_code as "postalCode", extract(year from v.birth_date)::integer as "birthYear"
      ${from} and s.id > :after order by s.id limit :limit`,
      { ...bindings, now: now.toJSDate(), after, limit }
    )
    return rows as SessionRow[]
  })
}

function chosen(site: Site, { state, poste, from, to, search }: SessionFilters) {
  const where = [
    's.site_id = :site',
    state === 'all' ? '' : IS[state],
    poste ? 's.poste_id = :poste' : '',
    from ? 's.issued_at >= :from' : '',
    to ? 's.issued_at < :to' : '',
    search ? 'v.search like :search' : '',
  ].filter(Boolean)
  const { zone } = settings()
  const bindings = {
    site: site.id,
    poste: poste ?? 0,
    from: DateTime.fromISO(from || '2000-01-01', { zone }).toJSDate(),
    to: DateTime.fromISO(to || '2000-01-01', { zone })
      .plus({ days: 1 })
      .toJSDate(),
    search: containing(search),
  }
  const tables = 'from poste_sessions s join visitors v on v.id = s.visitor_id join postes p on p.id = s.poste_id'
  return [`${tables} where ${where.join(' and ')}`, bindings] as const
}
