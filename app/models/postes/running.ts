/* The runs of a poste session: what was used is their sum. Whoever calls holds the row of the session. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { type Act, authorOf } from '#models/mixins/act'
import { signal, wake } from '#models/mixins/live'
import { timeUntilBooked } from '#models/postes/booked'
import PosteSession from '#models/postes/poste_session'

/** What wakes the clock of the sessions, in every process. */
export const SESSIONS = 'poste_sessions'

export type Cause = 'suspended' | 'cut' | 'moved' | 'ended'

/** The row itself, held until the transaction ends. */
export function lockSession(trx: TransactionClientContract, id: number) {
  return PosteSession.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** Holds postes, in one order. */
export async function lockPostes(trx: TransactionClientContract, ids: number[]) {
  await trx
    .from('postes')
    .whereIn('id', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .select('id')
}

/** In the runs that are over (s). */
export async function usedSeconds(trx: TransactionClientContract, sessionId: number): Promise<number> {
  const { rows } = await trx.rawQuery(
    `select coalesce(sum(extract(epoch from ended_at - started_at)), 0)::float8 as used from poste_runs
    where poste_session_id = ? and ended_at is not null`,
    [sessionId]
  )
  return rows[0].used
}

/** Why the last run ended; null for a session that has none. */
export async function lastCause(trx: TransactionClientContract, sessionId: number): Promise<Cause | null> {
  const run = await trx.from('poste_runs').where('poste_session_id', sessionId).orderBy('id', 'desc').first()
  return run?.cause ?? null
}

/**
 * The time runs from now, on the poste of the session: what is left of it, or until the poste is somebody's who reserved it.
 * @throws {Refusal} reservations.refusals.held
 */
export async function beginRun(trx: TransactionClientContract, act: Act, session: PosteSession): Promise<void> {
  const used = await usedSeconds(trx, session.id)
  await lockPostes(trx, [session.posteId])
  const until = await timeUntilBooked(trx, act, session.posteId, session.grantedSeconds - used)
  const granted = Math.floor(used + until)
  if (granted < session.grantedSeconds) {
    await session.track(trx, act, 'postes.poste_session.shortened', { poste: session.posteId, seconds: session.grantedSeconds - granted })
    session.merge({ grantedSeconds: granted })
  }
  const left = session.grantedSeconds - used
  await trx
    .insertQuery()
    .table('poste_runs')
    .insert({ poste_session_id: session.id, poste_id: session.posteId, started_at: act.at.toJSDate(), started_by: authorOf(act.by) })
  await session
    .useTransaction(trx)
    .merge({ startedAt: session.startedAt ?? act.at, endsAt: act.at.plus({ seconds: left }), lease: session.lease + 1 })
    .save()
}

/**
 * The time stops: the run ends, at the end of what was granted at the latest.
 * @param until when it ended, if that was before now; never before it began
 */
export async function stopRun(
  trx: TransactionClientContract,
  act: Act,
  session: PosteSession,
  cause: Cause,
  until = act.at
): Promise<void> {
  if (!session.endsAt) return
  const latest = DateTime.min(until, session.endsAt)
  await trx.rawQuery(
    `update poste_runs set ended_at = greatest(started_at, :until), ended_by = :by, cause = :cause
    where poste_session_id = :session and ended_at is null`,
    { until: latest.toJSDate(), by: authorOf(act.by), cause, session: session.id }
  )
  await session
    .useTransaction(trx)
    .merge({ endsAt: null, lease: session.lease + 1 })
    .save()
}

/** What stands still may be taken up again for as long as a code that is given now, which its own may be too old for. */
export async function keepCode(trx: TransactionClientContract, act: Act, session: PosteSession): Promise<void> {
  const site = await session.related('site').query().firstOrFail()
  const until = site.codeExpiry(await site.timetable(trx), act.at)
  await session
    .useTransaction(trx)
    .merge({ codeExpiresAt: DateTime.max(session.codeExpiresAt, until) })
    .save()
}

/** Tells the poste, the desk, and the clock that waits for the next end. */
export async function tellOf(trx: TransactionClientContract, { siteId, posteId }: { siteId: number; posteId: number }, ...more: number[]) {
  await signal(trx, [`sites/${siteId}`, ...[posteId, ...more].map((id) => `postes/${id}`)])
  await wake(trx, SESSIONS)
}
