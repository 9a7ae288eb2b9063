/* What the people of a desk see: every poste with what happens on it, and what visitors ask for. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { type GridReservation, RESERVED, type WrittenReservation, isKept, readReservations } from '#models/postes/grid_reservations'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import type Site from '#models/postes/site'

export type PosteState = 'free' | 'issued' | 'running' | 'suspended' | 'cut' | 'reserved' | 'offline' | 'unpaired' | 'maintenance'

export interface GridSession {
  id: number
  visitorId: number
  /** null for a guest, whose number it is */
  visitor: string | null
  guest: number | null
  endsAt: Date | null
  /** what is left (s), of a time that runs or is stopped */
  remaining: number
  granted: number
  codeExpiresAt: Date
}

export interface GridPoste {
  id: number
  name: string
  kind: 'office' | 'gaming'
  place: string | null
  state: PosteState
  /** its station is not heard of; null where none is paired */
  online: boolean | null
  agent: boolean
  offlineSince: Date | null
  maintenance: string | null
  session: GridSession | null
  /** of the hours to come, the next first */
  reservations: GridReservation[]
  /** the visitor of the next is to come soon, or is waited for, and nobody is there */
  awaits: boolean
  /** what the visitor wrote that nobody has read */
  message: { id: number; words: string; sentAt: Date } | null
}

export interface PendingExtension {
  id: number
  sessionId: number
  minutes: number
  askedAt: Date
  poste: string
  visitor: string | null
  guest: number | null
  remaining: number
}

interface Row {
  id: number
  name: string
  kind: 'office' | 'gaming'
  place: string | null
  maintained: boolean
  maintenance: string | null
  paired: boolean
  agent: boolean
  offlineSince: Date | null
  sessionId: number | null
  visitorId: number
  visitor: string | null
  guest: number | null
  startedAt: Date | null
  endsAt: Date | null
  granted: number
  remaining: number
  cause: string | null
  codeExpiresAt: Date
  reservations: WrittenReservation[]
  messageId: number | null
  words: string
  sentAt: Date
}

/** In SQL: what is left (s) of a session \`s\` at \`:at\`. */
export const REMAINING = `greatest(0, case when s.ends_at is not null then extract(epoch from s.ends_at - :at::timestamptz)
  else s.granted_seconds - coalesce((
    select sum(extract(epoch from r.ended_at - r.started_at)) from poste_runs r where r.poste_session_id = s.id and r.ended_at is not null
  ), 0) end)::float8`

/** In one question, however many postes there are. */
export async function gridOf(site: Site, at: DateTime): Promise<GridPoste[]> {
  const { rows } = await db.rawQuery<{ rows: Row[] }>(
    `select p.id, p.name, p.kind, p.place, m.id is not null as maintained, m.reason as maintenance,
      t.id is not null as paired, t.offline_since as "offlineSince",
      exists (select 1 from stations a where a.poste_id = p.id and a.kind = 'agent' and a.revoked_at is null) as agent,
      s.id as "sessionId", s.visitor_id as "visitorId", ${VISITOR_NAME} as visitor, v.guest_number as guest,
      s.started_at as "startedAt", s.ends_at as "endsAt", s.granted_seconds as granted, ${REMAINING} as remaining,
      (select r.cause from poste_runs r where r.poste_session_id = s.id order by r.id desc limit 1) as cause,
      s.code_expires_at as "codeExpiresAt", w.id as "messageId", w.words, w.sent_at as "sentAt", b.list as reservations
    from postes p
    left join poste_maintenances m on m.poste_id = p.id and m.ended_at is null
    left join stations t on t.poste_id = p.id and t.kind = 'page' and t.revoked_at is null
    left join poste_sessions s on s.poste_id = p.id and s.ended_at is null
    left join visitors v on v.id = s.visitor_id
    left join lateral (
      select id, words, sent_at from screen_messages w
      where w.poste_id = p.id and w.sender = 'station' and w.read_at is null and w.poste_session_id = s.id order by w.id desc limit 1
    ) w on true
    ${RESERVED}
    where p.site_id = :site and p.retired_at is null
    order by p.name collate "und-x-icu", p.id`,
    { site: site.id, at: at.toJSDate() }
  )
  return rows.map((row) => posteOf(row, at))
}

/** The longest waiting first. */
export async function pendingExtensions(site: Site, at: DateTime): Promise<PendingExtension[]> {
  const { rows } = await db.rawQuery(
    `select e.id, e.poste_session_id as "sessionId", e.minutes, e.asked_at as "askedAt", p.name as poste,
      ${VISITOR_NAME} as visitor, v.guest_number as guest, ${REMAINING} as remaining
    from extensions e join poste_sessions s on s.id = e.poste_session_id join postes p on p.id = s.poste_id
    join visitors v on v.id = s.visitor_id
    where s.site_id = :site and e.answered_at is null order by e.asked_at, e.id`,
    { site: site.id, at: at.toJSDate() }
  )
  return rows
}

function posteOf(row: Row, at: DateTime): GridPoste {
  const { id, name, kind, place, agent, offlineSince, maintenance, messageId, words, sentAt } = row
  const reservations = readReservations(row.reservations)
  const kept = isKept(reservations, at)
  return {
    id,
    name,
    kind,
    place,
    agent,
    offlineSince,
    maintenance,
    reservations,
    awaits: kept && !row.sessionId,
    state: stateOf(row, kept),
    online: row.paired ? offlineSince === null : null,
    session: row.sessionId ? sessionOf(row, row.sessionId) : null,
    message: messageId ? { id: messageId, words, sentAt } : null,
  }
}

function stateOf({ maintained, sessionId, endsAt, startedAt, cause, paired, offlineSince }: Row, kept: boolean): PosteState {
  if (sessionId) return endsAt ? 'running' : !startedAt ? 'issued' : cause === 'cut' ? 'cut' : 'suspended'
  if (maintained) return 'maintenance'
  if (kept) return 'reserved'
  if (!paired) return 'unpaired'
  return offlineSince ? 'offline' : 'free'
}

function sessionOf(
  { visitorId, visitor, guest, endsAt, remaining, granted, codeExpiresAt, reservations: [next] }: Row,
  id: number
): GridSession {
  return {
    id,
    visitorId,
    visitor,
    guest,
    endsAt,
    remaining,
    granted,
    codeExpiresAt: next ? earliest(codeExpiresAt, new Date(next.startsAt)) : codeExpiresAt,
  }
}

/** A code is good until the poste is somebody's who reserved it, at the most. */
function earliest(one: Date, other: Date) {
  return one < other ? one : other
}
