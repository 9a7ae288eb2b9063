/* What happened in one poste session, from its first minute to its last. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { REMAINING } from '#models/postes/desk_grid'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import type PosteSession from '#models/postes/poste_session'

export interface SessionSheet {
  session: PosteSession
  poste: string
  visitor: string | null
  guest: number | null
  /** of all its runs, the one under way included (s) */
  used: number
  remaining: number
  cause: string | null
  runs: { id: number; poste: string; startedAt: Date; endedAt: Date | null; cause: string | null }[]
  extensions: { id: number; minutes: number; askedAt: Date; answeredAt: Date | null; answer: string | null; sentence: string | null }[]
  messages: { id: number; sender: 'desk' | 'station'; words: string; sentAt: Date; readAt: Date | null }[]
  /** who did what, as the audit has it; what is no more is null */
  events: { id: number; at: Date; action: string; actorKind: string; actor: string | null; changes: Record<string, unknown> }[]
}

export async function sheetOf(session: PosteSession, at: DateTime): Promise<SessionSheet> {
  const [about, runs, extensions, messages, events] = await Promise.all([
    aboutOf(session, at),
    runsOf(session),
    extensionsOf(session),
    messagesOf(session),
    eventsOf(session),
  ])
  const used = runs.reduce((sum, run) => sum + ((run.endedAt ?? at.toJSDate()).getTime() - run.startedAt.getTime()) / 1000, 0)
  return { session, ...about, used, cause: runs.at(-1)?.cause ?? null, runs, extensions, messages, events }
}

async function aboutOf({ id }: PosteSession, at: DateTime) {
  const { rows } = await db.rawQuery<{ rows: Pick<SessionSheet, 'poste' | 'visitor' | 'guest' | 'remaining'>[] }>(
    `select p.name as poste, ${VISITOR_NAME} as visitor, v.guest_number as guest, ${REMAINING} as remaining
    from poste_sessions s join postes p on p.id = s.poste_id join visitors v on v.id = s.visitor_id where s.id = :id`,
    { id, at: at.toJSDate() }
  )
  return rows[0]
}

async function runsOf({ id }: PosteSession): Promise<SessionSheet['runs']> {
  return db
    .from('poste_runs as r')
    .join('postes as p', 'p.id', 'r.poste_id')
    .where('r.poste_session_id', id)
    .orderBy('r.id')
    .select('r.id', 'p.name as poste', 'r.started_at as startedAt', 'r.ended_at as endedAt', 'r.cause')
}

async function extensionsOf({ id }: PosteSession): Promise<SessionSheet['extensions']> {
  return db
    .from('extensions')
    .where('poste_session_id', id)
    .orderBy('id')
    .select('id', 'minutes', 'asked_at as askedAt', 'answered_at as answeredAt', 'answer', 'sentence')
}

async function messagesOf({ id }: PosteSession): Promise<SessionSheet['messages']> {
  return db
    .from('screen_messages')
    .where('poste_session_id', id)
    .orderBy('id')
    .select('id', 'sender', 'words', 'sent_at as sentAt', 'read_at as readAt')
}

async function eventsOf({ id }: PosteSession): Promise<SessionSheet['events']> {
  return db
    .from('audit_events as e')
    .leftJoin('users as u', (join) => void join.on('u.id', 'e.actor_id').andOnVal('e.actor_kind', 'user'))
    .where({ 'e.object_type': 'poste_session', 'e.object_id': id })
    .orderBy('e.at')
    .orderBy('e.id')
    .select('e.id', 'e.at', 'e.action', 'e.actor_kind as actorKind', 'e.changes')
    .select(db.raw(`u.given_name || ' ' || u.family_name as actor`))
}
