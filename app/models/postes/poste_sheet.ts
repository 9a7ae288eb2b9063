/* What is known of one poste: what stands on it, and what happened there. */
import { isIP } from 'node:net'
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { POSTE_EVENTS } from '#config/poste_events'
import { PAGE_SIZE, type Page, pageOf } from '#models/mixins/paging'
import { gridOf } from '#models/postes/desk_grid'
import { VISITOR_NAME } from '#models/postes/visitor_name'
import { newcomers } from '#models/postes/newcomers'
import type Poste from '#models/postes/poste'
import type Site from '#models/postes/site'

/** What stands on a poste: its page, or the program beside it. */
export interface Standing {
  id: number
  kind: 'page' | 'agent'
  address: string | null
  mac: string | null
  version: string | null
  clockOffset: number | null
  pairedAt: Date
  pairedBy: string | null
  seenAt: Date | null
  offlineSince: Date | null
}

/** Of the audit, what the history of a poste tells; its maintenances have lines of their own. */
const TOLD = [...POSTE_EVENTS.postes, ...POSTE_EVENTS.stations].filter((action) => !action.includes('maint'))

export interface HistoryLine {
  what: 'session' | 'maintenance' | 'event'
  at: Date
  until: Date | null
  /** of an event, its action; of a session, how it ended */
  word: string | null
  /** whose session it was, by name or by number; why it was in maintenance; null when nobody said */
  about: string | null
  guest: number | null
  /** of a session */
  id: number | null
  by: string | null
}

export async function posteSheet(site: Site, poste: Poste, page: number, at: DateTime) {
  const [standing, history, grid] = await Promise.all([standingOn(poste), historyOf(poste, page), gridOf(site, at)])
  const now = grid.find(({ id }) => id === poste.id) ?? null
  return { standing, history, now, changed: changedAddresses(poste, standing) }
}

/** The code to type there, and what asked by itself to stand there. */
export async function pairingPage(poste: Poste, at: DateTime) {
  const [offer, standing, asking] = await Promise.all([poste.openPairing(at), standingOn(poste), newcomers(at)])
  return { offer, standing, asking, address: new URL('/station', appUrl).href }
}

export async function standingOn({ id }: Poste): Promise<Standing[]> {
  const { rows } = await db.rawQuery(
    `select t.id, t.kind, host(t.address) as address, upper(t.mac::text) as mac, t.version, t.clock_offset as "clockOffset",
      t.paired_at as "pairedAt", ${nameOf('u')} as "pairedBy", t.seen_at as "seenAt", t.offline_since as "offlineSince"
    from stations t left join users u on t.paired_by = 'user:' || u.id
    where t.poste_id = ? and t.revoked_at is null order by t.kind desc`,
    [id]
  )
  return rows
}

/** Which addresses are seen that are not those that were written. They open nothing: it only says that a machine was changed. */
export function changedAddresses({ ip, mac }: Poste, standing: Pick<Standing, 'address' | 'mac'>[]) {
  const seenIp = standing.find(({ address }) => ip && address && isIP(address) === isIP(ip) && !sameAddress(address, ip))?.address
  const seenMac = standing.find((one) => mac && one.mac && one.mac.toUpperCase() !== mac.toUpperCase())?.mac
  return { ip: seenIp ?? null, mac: seenMac ?? null }
}

function sameAddress(one: string, other: string) {
  return one.toLowerCase() === other.toLowerCase()
}

/** The latest first: sessions, maintenances, and what became of its station. */
export async function historyOf(poste: Poste, page: number): Promise<Page<HistoryLine>> {
  const { rows } = await db.rawQuery<{ rows: (HistoryLine & { total: number })[] }>(
    `select h.*, count(*) over ()::integer as total from (
      select 'session' as what, coalesce(s.started_at, s.issued_at) as at, s.ended_at as until, s.reason as word,
        ${VISITOR_NAME} as about, v.guest_number as guest, s.id, ${nameOf('u')} as by
      from poste_sessions s join visitors v on v.id = s.visitor_id left join users u on s.issued_by = 'user:' || u.id
      where s.poste_id = :poste or s.id in (select r.poste_session_id from poste_runs r where r.poste_id = :poste)
      union all
      select 'maintenance', m.started_at, m.ended_at, null, m.reason, null, null, ${nameOf('u')}
      from poste_maintenances m left join users u on m.started_by = 'user:' || u.id where m.poste_id = :poste
      union all
      select 'event', a.at, null, a.action, null, null, null, ${nameOf('u')}
      from audit_events a left join users u on a.actor_kind = 'user' and u.id = a.actor_id
      where a.site_id = :site and a.action = any(:events)
        and (a.object_type = 'poste' and a.object_id = :poste or a.object_type = 'station' and (a.changes ->> 'poste')::bigint = :poste)
    ) h order by h.at desc, h.what limit ${PAGE_SIZE} offset :skipped`,
    { poste: poste.id, site: poste.siteId, events: TOLD as never, skipped: (page - 1) * PAGE_SIZE }
  )
  return pageOf(rows, rows[0]?.total ?? (page > 1 ? await historyLength(poste) : 0), page)
}

/** Of a page beyond the last. */
async function historyLength(poste: Poste): Promise<number> {
  return (await historyOf(poste, 1)).total
}

function nameOf(user: string) {
  return `nullif(concat_ws(' ', ${user}.given_name, ${user}.family_name), '')`
}
