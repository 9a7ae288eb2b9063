/* All that is held of one visitor, as a program or the person reads it: names that do not change, instants in UTC. */
import { buffer } from 'node:stream/consumers'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { Act } from '#models/mixins/act'
import type Visitor from '#models/postes/visitor'

export interface Disclosure {
  site: { name: string; mode: string; contact: string | null }
  person: Record<string, string | number | null>
  identityDocument: { kind: string; seenOn: string; number: string | null } | null
  photo: { media: string; bytes: number; addedAt: string; base64: string } | null
  linkedToAccount: boolean
  consents: unknown[]
  sessions: unknown[]
  waits: unknown[]
  reservations: unknown[]
  /** what was done with what is held of them, without who did it */
  events: { at: Date; action: string }[]
}

const day = (date: DateTime | null) => date?.toISODate() ?? null
const instant = (at: DateTime) => at.toUTC().toISO()!

/** @param number of their document, read by whoever asks. The visitor has its site. */
export async function heldOf(visitor: Visitor, number: string | null, act: Act): Promise<Disclosure> {
  const { site, identityKind: kind, identitySeenOn } = visitor
  const trx = act.trx!
  return {
    site: { name: site.name, mode: site.mode, contact: site.contact },
    person: personOf(visitor),
    identityDocument: kind ? { kind, seenOn: day(identitySeenOn)!, number } : null,
    photo: await photoOf(visitor, act),
    linkedToAccount: visitor.userId !== null,
    consents: await rowsOf(trx, visitor, CONSENTS),
    sessions: await rowsOf(trx, visitor, SESSIONS, { now: act.at.toJSDate() }),
    waits: await rowsOf(trx, visitor, WAITS),
    reservations: await rowsOf(trx, visitor, RESERVATIONS),
    events: (await rowsOf(trx, visitor, EVENTS)) as Disclosure['events'],
  }
}

function personOf(visitor: Visitor) {
  const { givenName, familyName, guestNumber, email, phone, address, postalCode, birthDate, notes, createdAt } = visitor
  const registeredAt = instant(createdAt)
  return { givenName, familyName, guestNumber, email, phone, address, postalCode, birthDate: day(birthDate), notes, registeredAt }
}

async function photoOf(visitor: Visitor, act: Act): Promise<Disclosure['photo']> {
  const [photo] = await visitor.documents('visitor_photo')
  const content = await photo?.read(act)
  if (!content) return null
  const base64 = (await buffer(content)).toString('base64')
  return { media: photo.media, bytes: photo.bytes, addedAt: instant(photo.createdAt), base64 }
}

async function rowsOf(trx: TransactionClientContract, { id }: Visitor, sql: string, more: { now?: Date } = {}): Promise<unknown[]> {
  const { rows } = await trx.rawQuery(sql, { ...more, visitor: id })
  return rows
}

const CONSENTS = `select version, given_at as "givenAt", withdrawn_at as "withdrawnAt" from visitor_consents
  where visitor_id = :visitor order by id`

const SESSIONS = `select p.name as poste, s.issued_at as "codeGivenAt", s.started_at as "startedAt", s.ended_at as "endedAt", s.reason,
    s.sentence, s.granted_seconds as "grantedSeconds",
    (select coalesce(round(sum(extract(epoch from coalesce(r.ended_at, least(:now, s.ends_at)) - r.started_at)))::integer, 0)
      from poste_runs r where r.poste_session_id = s.id) as "usedSeconds",
    (select coalesce(json_agg(json_build_object('minutes', e.minutes, 'askedAt', e.asked_at, 'answer', e.answer, 'sentence', e.sentence)
      order by e.id), '[]') from extensions e where e.poste_session_id = s.id) as "timeAsked",
    (select coalesce(json_agg(json_build_object('from', w.sender, 'words', w.words, 'sentAt', w.sent_at) order by w.id), '[]')
      from screen_messages w where w.poste_session_id = s.id) as messages
  from poste_sessions s join postes p on p.id = s.poste_id where s.visitor_id = :visitor order by s.id`

const WAITS = `select number, minutes, taken_at as "takenAt", called_at as "calledAt", closed_at as "closedAt", outcome
  from tickets where visitor_id = :visitor order by id`

const RESERVATIONS = `select p.name as poste, r.starts_at as "startsAt", r.ends_at as "endsAt", r.made_at as "madeAt",
    r.closed_at as "closedAt", r.outcome
  from reservations r join postes p on p.id = r.poste_id where r.visitor_id = :visitor order by r.id`

const EVENTS = `select at, action from audit_events where object_type = 'visitor' and object_id = :visitor order by id`
