/* What the screen of a poste shows now. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { Refusal } from '#exceptions/refusal'
import Poste from '#models/postes/poste'
import PosteSession from '#models/postes/poste_session'
import { nextOpening, openingNow } from '#models/postes/site/timing'
import { REMAINING } from '#models/postes/desk_grid'
import { FREE, UNRESERVED } from '#models/postes/free_postes'
import { signLease } from '#services/leases'
import type { KnownStation } from '#services/stations'

export type Screen = 'locked' | 'session' | 'suspended' | 'over' | 'maintenance'

/** How a session ended is shown for so long (s). */
const OVER_SHOWN = 20

export interface StationView {
  screen: Screen
  now: number
  poste: { id: number; name: string }
  site: {
    id: number
    name: string
    slug: string
    mode: 'anonymous' | 'identified'
    warnings: number[]
    idleWarningMinutes: number
    idleEndMinutes: number
    outageMinutes: number
  }
  /** that was begun here; of one that does not run, only which it is: its visitor is not the one who stands there */
  session: StationSession | { id: number; lease: null } | null
  over: { reason: string; sentence: string | null } | null
  /** what the desk says that has not been put away */
  messages: { id: number; words: string; sentAt: Date }[]
  open: boolean
  opensAt: Date | null
  /** when somebody has it reserved, if that is soon */
  reservedFrom: Date | null
  /** other postes that could be given now */
  othersFree: number
}

export interface StationSession {
  id: number
  givenName: string | null
  guest: number | null
  endsAt: Date | null
  remaining: number
  granted: number
  lease: string | null
  extension: { minutes: number; answer: string | null; sentence: string | null; answeredAt: Date | null } | null
}

/**
 * The session on that poste.
 * @throws {Refusal} postes.refusals.ended
 */
export async function sessionAt({ posteId }: KnownStation): Promise<PosteSession> {
  const session = await PosteSession.query().where('poste_id', posteId).whereNull('ended_at').whereNotNull('started_at').first()
  if (!session) throw new Refusal('postes.refusals.ended')
  return session
}

export async function stationView({ posteId }: KnownStation, at: DateTime): Promise<StationView> {
  const poste = await Poste.query().where('id', posteId).preload('site').firstOrFail()
  const { site } = poste
  const [session, over, maintenance, messages, timetable, reserved, others] = await Promise.all([
    sessionOn(posteId, at),
    overOn(posteId, at),
    db.from('poste_maintenances').where('poste_id', posteId).whereNull('ended_at').first(),
    messagesOn(posteId),
    site.timetable(),
    nextReservation(posteId, at),
    db.rawQuery(
      `select count(*)::integer as total from postes p where p.site_id = :site and p.id <> :poste and ${FREE} and ${UNRESERVED}`,
      { site: site.id, poste: posteId, at: at.toJSDate() }
    ),
  ])
  return {
    screen: screenOf(session, over !== null, Boolean(maintenance)),
    now: at.toMillis(),
    poste: { id: poste.id, name: poste.name },
    site: {
      id: site.id,
      name: site.name,
      slug: site.slug,
      mode: site.mode as 'anonymous' | 'identified',
      warnings: site.warnings as unknown as number[],
      idleWarningMinutes: site.idleWarningMinutes,
      idleEndMinutes: site.idleEndMinutes,
      outageMinutes: site.outageMinutes,
    },
    session: session?.startedAt ? await shownOf(session, posteId, at) : null,
    over,
    messages,
    open: openingNow(timetable, at) !== null,
    opensAt: nextOpening(timetable, at)?.from.toJSDate() ?? null,
    reservedFrom: reserved?.starts_at ?? null,
    othersFree: others.rows[0].total,
  }
}

/** Its visitor is to come soon, or is waited for. */
async function nextReservation(posteId: number, at: DateTime): Promise<{ starts_at: Date } | undefined> {
  const shown = at.plus({ minutes: postesConfig.reservedMinutes }).toJSDate()
  return db
    .from('reservations')
    .where('poste_id', posteId)
    .whereNull('closed_at')
    .where('starts_at', '<=', shown)
    .orderBy('starts_at')
    .select('starts_at')
    .first()
}

type FoundSession = Omit<StationSession, 'lease'> & { lease: number; startedAt: Date | null; cause: string | null }

async function sessionOn(posteId: number, at: DateTime): Promise<FoundSession | null> {
  const { rows } = await db.rawQuery(
    `select s.id, s.lease, s.started_at as "startedAt", s.ends_at as "endsAt", s.granted_seconds as granted, ${REMAINING} as remaining,
      v.given_name as "givenName", v.guest_number as guest,
      (select r.cause from poste_runs r where r.poste_session_id = s.id order by r.id desc limit 1) as cause,
      (select json_build_object('minutes', e.minutes, 'answer', e.answer, 'sentence', e.sentence, 'answeredAt', e.answered_at)
        from extensions e where e.poste_session_id = s.id order by e.id desc limit 1) as extension
    from poste_sessions s join visitors v on v.id = s.visitor_id
    where s.poste_id = :poste and s.ended_at is null`,
    { poste: posteId, at: at.toJSDate() }
  )
  return rows[0] ?? null
}

async function shownOf(session: FoundSession, posteId: number, at: DateTime): Promise<StationView['session']> {
  const { id, endsAt, granted, lease: sequence } = session
  if (!endsAt) return { id, lease: null }
  const lease = { session: id, poste: posteId, sequence, issuedAt: at.toMillis(), endsAt: endsAt.getTime(), granted }
  return { ...session, lease: await signLease(lease) }
}

async function overOn(posteId: number, at: DateTime) {
  const row = await db
    .from('poste_sessions')
    .where('poste_id', posteId)
    .whereNotNull('started_at')
    .where('ended_at', '>', at.minus({ seconds: OVER_SHOWN }).toJSDate())
    .orderBy('ended_at', 'desc')
    .select('reason', 'sentence')
    .first()
  return (row as { reason: string; sentence: string | null } | undefined) ?? null
}

/** Of the session that is on, or said while there was none. */
async function messagesOn(posteId: number): Promise<StationView['messages']> {
  return db
    .from('screen_messages as w')
    .leftJoin('poste_sessions as s', 's.id', 'w.poste_session_id')
    .where('w.poste_id', posteId)
    .where({ sender: 'desk' })
    .whereNull('read_at')
    .whereNull('s.ended_at')
    .orderBy('w.id')
    .limit(5)
    .select('w.id', 'w.words', 'w.sent_at as sentAt')
}

function screenOf(session: FoundSession | null, over: boolean, maintained: boolean): Screen {
  if (session?.endsAt) return 'session'
  if (session?.startedAt && session.cause === 'suspended') return 'suspended'
  if (over && !session) return 'over'
  return maintained ? 'maintenance' : 'locked'
}
