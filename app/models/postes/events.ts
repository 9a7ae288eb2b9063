/* The audit of a site, as the people of its desk read it. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { ENDS, POSTE_ACTIONS, POSTE_EVENTS, type PosteEventKind } from '#config/poste_events'
import type { Actor } from '#models/mixins/act'
import { PAGE_SIZE, type Page, containing, inBatches, pageOf } from '#models/mixins/paging'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import type Site from '#models/postes/site'

/** One line: names are those of now. */
export interface PosteEvent {
  id: number
  at: Date
  action: string
  actorKind: Actor['kind']
  /** null for the system, and for who is no more */
  actor: string | null
  address: string | null
  /** null for a guest, whose number it is, and for who is no more */
  visitor: string | null
  guest: number | null
  poste: string | null
  /** where the session was before it was moved */
  from: string | null
  sessionId: number | null
  changes: Record<string, unknown>
}

export const PERIODS = { '24h': { hours: 24 }, '1h': { hours: 1 }, '7d': { days: 7 }, '30d': { days: 30 } } as const
export type EventPeriod = keyof typeof PERIODS

export interface EventFilters {
  kind: 'all' | PosteEventKind
  operator?: number
  poste?: number
  period: EventPeriod
  search: string
  page: number
}

/** The number that a line `e` of the audit keeps under that name. */
const number = (name: string) => `case when jsonb_typeof(e.changes->'${name}') = 'number' then (e.changes->>'${name}')::bigint end`

/** A sign-in belongs to no site: it is shown where the person had the right to the desk at that moment. */
const OPERATORS = `select 1 from roles r where r.user_id = e.actor_id and r.role = 'operator' and coalesce(r.site_id, :site) = :site
  and r.granted_at <= e.at and (r.revoked_at is null or r.revoked_at > e.at)`

const FROM = `from (
    select e.* from audit_events e where e.site_id = :site and e.at >= :since and e.action = any(:actions)
    union all
    select e.* from audit_events e where e.site_id is null and e.fair_id is null and e.at >= :since and e.actor_kind = 'user'
      and e.object_type = 'sign_in' and e.action = any(:actions) and exists (${OPERATORS})
  ) e
  left join poste_sessions s on e.object_type = 'poste_session' and s.id = e.object_id
  left join tickets k on e.object_type = 'ticket' and k.id = e.object_id
  left join reservations q on e.object_type = 'reservation' and q.id = e.object_id
  left join visitors v on v.id = case e.object_type
    when 'visitor' then e.object_id when 'poste_session' then s.visitor_id when 'ticket' then k.visitor_id
    when 'reservation' then q.visitor_id end
  left join postes p on p.id = case e.object_type when 'poste' then e.object_id else coalesce(${number('poste')}, ${number('to')}, s.poste_id, q.poste_id) end
  left join postes f on f.id = ${number('from')}
  left join users u on e.actor_kind = 'user' and u.id = e.actor_id
  left join stations t on e.actor_kind = 'station' and t.id = e.actor_id
  left join postes a on a.id = t.poste_id`

const COLUMNS = `e.id, e.at, e.action, e.actor_kind as "actorKind", host(e.address) as address, e.changes, ${VISITOR_NAME} as visitor,
  v.guest_number as guest, p.name as poste, f.name as from, s.id as "sessionId", coalesce(u.given_name || ' ' || u.family_name, a.name) as actor`

/** What happened at a site, who did it and from where, the latest first. */
export async function posteEvents(site: Site, filters: EventFilters, now: DateTime): Promise<Page<PosteEvent>> {
  const [from, bindings] = chosen(site, filters, now)
  const page = { ...bindings, limit: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE }
  const [list, count] = await Promise.all([
    db.rawQuery(`select ${COLUMNS} ${from} order by e.at desc, e.id desc limit :limit offset :offset`, page),
    db.rawQuery(`select count(*) as total ${from}`, bindings),
  ])
  return pageOf<PosteEvent>(list.rows, count.rows[0].total, filters.page)
}

/** All that the list would show, on all its pages, in the order in which it was written. */
export function allPosteEvents(site: Site, filters: EventFilters, now: DateTime): AsyncGenerator<PosteEvent> {
  const [from, bindings] = chosen(site, filters, now)
  return inBatches(async (after, limit) => {
    const { rows } = await db.rawQuery(`select ${COLUMNS} ${from} and e.id > :after order by e.id limit :limit`, {
      ...bindings,
      after,
      limit,
    })
    return rows as PosteEvent[]
  })
}

/** Whoever has done something there in the last thirty days, by name. */
export async function actorsOf(site: Site, now: DateTime): Promise<{ id: number; name: string }[]> {
  const { rows } = await db.rawQuery(
    `select u.id, u.given_name || ' ' || u.family_name as name from users u where u.id in (
      select actor_id from audit_events where site_id = :site and at >= :since and actor_kind = 'user'
    ) order by u.family_name collate "und-x-icu", u.given_name collate "und-x-icu", u.id`,
    { site: site.id, since: now.minus(PERIODS['30d']).toJSDate() }
  )
  return rows
}

function chosen(site: Site, { kind, operator, poste, period, search }: EventFilters, now: DateTime) {
  const reasons = kind === 'all' ? undefined : ENDS[kind]
  const where = [
    reasons ? `e.changes->>'reason' = any(:reasons)` : '',
    operator ? `e.actor_kind = 'user' and e.actor_id = :operator` : '',
    poste ? '(p.id = :poste or f.id = :poste)' : '',
    search ? `(v.search like :search or plain(p.name) like :search)` : '',
  ].filter(Boolean)
  const bindings = {
    site: site.id,
    since: now.minus(PERIODS[period]).toJSDate(),
    actions: (kind === 'all' ? POSTE_ACTIONS : [...POSTE_EVENTS[kind]]) as never,
    reasons: (reasons ?? []) as never,
    operator: operator ?? 0,
    poste: poste ?? 0,
    search: containing(search),
  }
  return [`${FROM} where ${where.join(' and ') || 'true'}`, bindings] as const
}
