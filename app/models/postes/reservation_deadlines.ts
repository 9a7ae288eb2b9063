/* What becomes of a reservation by itself: its poste is shown as reserved, its visitor is reminded, or not waited for any longer. */
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { postesConfig } from '#config/postes'
import { type Act, authorOf, within } from '#models/mixins/act'
import { withdrawNews } from '#models/mixins/notifying'
import { audit } from '#models/mixins/tracked'
import { type ToldReservation, newsOf, tellPerson, tellReserved } from '#models/postes/reservation_telling'

/** In SQL, of a reservation `r` at its site `i`: when nobody is waited for any more. */
const RELEASE = 'least(r.starts_at + make_interval(mins => i.reservation_grace_minutes), r.ends_at)'
const SHOWN = `r.starts_at - make_interval(mins => ${postesConfig.reservedMinutes})`
const TOLD = 'r.reminded_at is null and v.user_id is not null'

/** In SQL, instants of which the first is when something is to be done of a reservation, if any. */
export const RESERVATION_DEADLINES = `
  (select min(${RELEASE}) from reservations r join sites i on i.id = r.site_id where r.closed_at is null),
  (select min(${SHOWN}) from reservations r where r.closed_at is null and r.shown_at is null),
  (select min(r.remind_at) from reservations r join visitors v on v.id = r.visitor_id where r.closed_at is null and ${TOLD}),
  (select min(r.starts_at) from reservations r join poste_sessions s on s.poste_id = r.poste_id
    where r.closed_at is null and s.ended_at is null and s.ends_at is null)`

const COLUMNS = `r.id, r.site_id as "siteId", r.visitor_id as "visitorId", r.poste_id as "posteId", r.starts_at as "startsAt"`

/** Does all that is due; whichever process does it, each is done once. */
export async function meetReservations(act: Act): Promise<void> {
  await within(act, (trx) => release(trx, act))
  await within(act, (trx) => show(trx, act))
  await within(act, (trx) => remind(trx, act))
}

/** Nobody came: the poste is anybody's. */
async function release(trx: TransactionClientContract, act: Act) {
  const rows = await due(trx, act, `join sites i on i.id = r.site_id where r.closed_at is null and ${RELEASE} <= :at`)
  if (rows.length === 0) return
  await trx
    .from('reservations')
    .whereIn('id', idsOf(rows))
    .update({ closed_at: act.at.toJSDate(), closed_by: authorOf(act.by), outcome: 'absent' })
  await audit(trx, act, rows.map(lineOf('postes.reservation.released')))
  await withdrawNews(trx, act, rows.map(newsOf))
  await tell(trx, rows)
}

async function show(trx: TransactionClientContract, act: Act) {
  const rows = await due(trx, act, `where r.closed_at is null and r.shown_at is null and ${SHOWN} <= :at`)
  if (rows.length === 0) return
  await trx.from('reservations').whereIn('id', idsOf(rows)).update({ shown_at: act.at.toJSDate() })
  await tell(trx, rows)
}

async function remind(trx: TransactionClientContract, act: Act) {
  const rows = await due(trx, act, `join visitors v on v.id = r.visitor_id where r.closed_at is null and ${TOLD} and r.remind_at <= :at`)
  if (rows.length === 0) return
  await trx
    .from('reservations')
    .whereIn('id', idsOf(rows))
    .update({ reminded_at: act.at.toJSDate(), reminded_by: authorOf(act.by) })
  await audit(trx, act, rows.map(lineOf('postes.reservation.reminded')))
  await tellPerson(trx, act, 'soon', rows)
  await tell(trx, rows)
}

/** What somebody holds is being changed: it is looked at again. @param where SQL */
async function due(trx: TransactionClientContract, { at }: Act, where: string): Promise<ToldReservation[]> {
  const { rows } = await trx.rawQuery(`select ${COLUMNS} from reservations r ${where} order by r.id for update of r skip locked`, {
    at: at.toJSDate(),
  })
  return rows
}

function lineOf(action: string) {
  return ({ id, siteId, posteId }: ToldReservation) => ({
    action,
    object: { type: 'reservation', id },
    siteId,
    changes: { poste: posteId },
  })
}

async function tell(trx: TransactionClientContract, rows: ToldReservation[]) {
  for (const site of new Set(rows.map(({ siteId }) => siteId)))
    await tellReserved(
      trx,
      site,
      rows.filter(({ siteId }) => siteId === site).map(({ posteId }) => posteId)
    )
}

function idsOf(rows: ToldReservation[]) {
  return rows.map(({ id }) => id)
}
