/* What ends by itself: the time of a session, a code that nobody types, and the warnings before the end. */
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { postesConfig } from '#config/postes'
import { type Act, within } from '#models/mixins/act'
import { signal } from '#models/mixins/live'
import { audit } from '#models/mixins/tracked'
import { close } from '#models/postes/poste_session/ending'
import { RESERVATION_DEADLINES, meetReservations } from '#models/postes/reservation_deadlines'
import { lockSession, tellOf } from '#models/postes/running'

/** Sessions looked at in one round. */
const ROUND = 500

/** Of a running session `s` at site `i`: the thresholds (s) that its screen is still to be told of. */
const UNTOLD = `unnest(i.warnings) w(threshold) where s.ends_at is not null and w.threshold < s.granted_seconds
  and not exists (
    select 1 from poste_warnings p
    where p.poste_session_id = s.id and p.granted_seconds = s.granted_seconds and p.threshold <= w.threshold
  )`

/** The next instant at which something is to be done, if there is one. */
export async function nextDeadline(): Promise<Date | null> {
  const { rows } = await db.rawQuery(
    `select least(
      (select min(ends_at) from poste_sessions where ends_at is not null),
      (select min(s.ends_at - make_interval(secs => w.threshold)) from poste_sessions s join sites i on i.id = s.site_id, ${UNTOLD}),
      (select min(code_expires_at) from poste_sessions where ended_at is null and ends_at is null),
      ${RESERVATION_DEADLINES}
    ) as next`
  )
  return rows[0].next
}

/** Does all that is due; whichever process does it, each is done once. */
export async function meetDeadlines(act: Act): Promise<void> {
  await endDue(act)
  await warnDue(act)
  await meetReservations(act)
}

/** Sessions whose time is over, and codes that nobody typed while they were good; each in a transaction of its own. */
async function endDue(act: Act) {
  let due: number[]
  do {
    due = await dueOf(act)
    for (const id of due) await within(act, (trx) => endOne(trx, act, id))
  } while (due.length === ROUND)
}

/** In SQL, of a session `s` whose time does not run: what it waits for is over, or its poste is somebody's who reserved it. */
const GIVEN_UP = `s.ended_at is null and s.ends_at is null and (s.code_expires_at <= :at
  or exists (select 1 from reservations r where r.poste_id = s.poste_id and r.closed_at is null and r.starts_at <= :at))`

async function dueOf({ at, trx }: Act): Promise<number[]> {
  const { rows } = await (trx ?? db).rawQuery<{ rows: { id: number }[] }>(
    `select s.id from poste_sessions s where s.ends_at <= :at or ${GIVEN_UP} order by s.id limit ${ROUND}`,
    { at: at.toJSDate() }
  )
  return rows.map(({ id }) => id)
}

async function endOne(trx: TransactionClientContract, act: Act, id: number) {
  const session = await lockSession(trx, id)
  // Somebody may have added time, or ended it, while its row was waited for.
  if (session.endedAt) return
  const over = session.endsAt ? session.endsAt <= act.at : await isGivenUp(trx, act, session.id)
  if (!over) return
  const unheardSince = session.endsAt ? await silenceOf(trx, session.posteId, session.endsAt) : null
  const reason = session.endsAt ? 'time' : session.startedAt ? 'expired' : 'unused'
  await close(trx, act, session, { reason, unheardSince })
  await tellOf(trx, session)
}

async function isGivenUp(trx: TransactionClientContract, { at }: Act, id: number) {
  const { rows } = await trx.rawQuery(`select 1 from poste_sessions s where s.id = :id and ${GIVEN_UP}`, { id, at: at.toJSDate() })
  return rows.length > 0
}

/** Since when the station of a poste had not been heard of at that instant; null when it was there, or when it has none. */
async function silenceOf(trx: TransactionClientContract, posteId: number, at: DateTime): Promise<DateTime | null> {
  const row = await trx
    .from('stations')
    .where({ poste_id: posteId, kind: 'page' })
    .whereNull('revoked_at')
    .select(trx.raw('case when ? between silent_from and silent_until then silent_from else seen_at end as seen', [at.toJSDate()]))
    .first()
  const seen = row?.seen ? DateTime.fromJSDate(row.seen) : null
  return seen && at.diff(seen, 'seconds').seconds > postesConfig.offlineSeconds ? seen : null
}

/** Of the thresholds that are passed the nearest to the end is said; those before it have nothing left to say. */
async function warnDue(act: Act) {
  await within(act, async (trx) => {
    const { rows } = await trx.rawQuery(
      `with due as (
        select s.id, s.site_id, s.poste_id, s.granted_seconds, min(w.threshold) as threshold
        from poste_sessions s join sites i on i.id = s.site_id, ${UNTOLD}
          and s.ends_at > :at and s.ends_at <= :at::timestamptz + make_interval(secs => w.threshold)
        group by s.id
      ), said as (
        insert into poste_warnings (poste_session_id, granted_seconds, threshold, warned_at)
        select id, granted_seconds, threshold, :at from due on conflict do nothing returning poste_session_id, threshold
      )
      select due.* from due join said on said.poste_session_id = due.id order by due.id`,
      { at: act.at.toJSDate() }
    )
    if (rows.length === 0) return
    await audit(
      trx,
      act,
      rows.map((row: { id: number; site_id: number; threshold: number }) => ({
        action: 'postes.poste_session.warned',
        object: { type: 'poste_session', id: row.id },
        siteId: row.site_id,
        changes: { seconds: row.threshold },
      }))
    )
    await signal(
      trx,
      rows.map((row: { poste_id: number }) => `postes/${row.poste_id}`)
    )
  })
}
