import db from '@adonisjs/lucid/services/db'
import { postesConfig } from '#config/postes'
import { reservationsOfVisitor } from '#models/postes/reservation_list'
import type Visitor from '#models/postes/visitor'
import VisitorConsent from '#models/postes/visitor_consent'

/** One stay, as the sheet of its visitor lists it. */
export interface VisitorStay {
  id: number
  poste: string
  issuedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  reason: string | null
  usedSeconds: number
}

export interface VisitorEvent {
  at: Date
  action: string
  /** null: the system, or somebody who is no more */
  author: string | null
}

/** As many sessions and events as one reads on a sheet. */
const MOST = 20

/** All that is known of somebody. */
export async function visitorSheet(visitor: Visitor) {
  const [stays, reservations, consents, events, [photo], user] = await Promise.all([
    staysOf(visitor.id),
    reservationsOfVisitor(visitor.id),
    VisitorConsent.query().where('visitor_id', visitor.id).orderBy('given_at', 'desc').orderBy('id', 'desc'),
    eventsOf(visitor.id),
    visitor.documents('visitor_photo'),
    visitor.userId ? db.from('users').where('id', visitor.userId).select('given_name', 'family_name').first() : null,
  ])
  const authors = await namesOf([
    visitor.createdBy,
    visitor.identitySeenBy,
    ...consents.flatMap((one) => [one.recordedBy, one.withdrawnBy]),
  ])
  return {
    visitor,
    stays,
    reservations,
    consents,
    events,
    photo: photo ?? null,
    account: user ? `${user.given_name} ${user.family_name}` : null,
    held: consents.find(({ withdrawnAt }) => withdrawnAt === null) ?? null,
    noticeVersion: postesConfig.noticeVersion,
    busy: stays.some(({ endedAt }) => endedAt === null),
    nameOf: (author: string | null) => (author ? (authors.get(author) ?? null) : null),
  }
}

async function staysOf(visitorId: number): Promise<VisitorStay[]> {
  const { rows } = await db.rawQuery(
    `select s.id, p.name as poste, s.issued_at as "issuedAt", s.started_at as "startedAt", s.ended_at as "endedAt", s.reason,
      coalesce((select sum(extract(epoch from coalesce(r.ended_at, now()) - r.started_at)) from poste_runs r
        where r.poste_session_id = s.id), 0)::integer as "usedSeconds"
    from poste_sessions s join postes p on p.id = s.poste_id where s.visitor_id = :id
    order by s.ended_at is null desc, s.issued_at desc, s.id desc limit ${MOST}`,
    { id: visitorId }
  )
  return rows
}

async function eventsOf(visitorId: number): Promise<VisitorEvent[]> {
  const { rows } = await db.rawQuery(
    `select e.at, e.action, u.given_name || ' ' || u.family_name as author from audit_events e
      left join users u on u.id = e.actor_id and e.actor_kind = 'user'
    where e.object_type = 'visitor' and e.object_id = :id order by e.at desc, e.id desc limit ${MOST}`,
    { id: visitorId }
  )
  return rows
}

/** `user:12` as a name. */
async function namesOf(authors: (string | null)[]) {
  const ids = [...new Set(authors)].flatMap((author) => (author?.startsWith('user:') ? [Number(author.slice(5))] : []))
  const rows = await db.from('users').whereIn('id', ids).select('id', 'given_name', 'family_name')
  return new Map<string, string>(rows.map((row) => [`user:${row.id}`, `${row.given_name} ${row.family_name}`]))
}
