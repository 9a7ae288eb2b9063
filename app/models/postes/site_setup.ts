/* What an administrator reads of the sites. */
import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type Site from '#models/postes/site'
import { closingsAhead, weekOf } from '#models/postes/site_page'

export interface SiteLine {
  id: number
  slug: string
  name: string
  mode: 'anonymous' | 'identified'
  postes: number
  /** how many have a station */
  installed: number
  live: number
  retiredAt: Date | null
}

/** Every site, those that are retired too. */
export async function siteLines(): Promise<SiteLine[]> {
  const { rows } = await db.rawQuery(
    `select i.id, i.slug, i.name, i.mode, i.retired_at as "retiredAt", ${COUNTS} from sites i order by i.name collate "und-x-icu", i.id`
  )
  return rows
}

export async function siteSetup(site: Site, at: DateTime) {
  const [timetable, closings, operators, { rows }] = await Promise.all([
    site.timetable(),
    closingsAhead(site, at),
    operatorsOf(site),
    db.rawQuery<{ rows: Pick<SiteLine, 'postes' | 'installed' | 'live'>[] }>(`select ${COUNTS} from sites i where i.id = ?`, [site.id]),
  ])
  return { week: weekOf(timetable.hours, at), closings, operators, counts: rows[0] }
}

/** Those who hold the right for every site come first. */
async function operatorsOf({ id }: Site): Promise<{ id: number; name: string; everywhere: boolean }[]> {
  const { rows } = await db.rawQuery(
    `select u.id, u.given_name || ' ' || u.family_name as name, bool_or(r.site_id is null) as everywhere
    from roles r join users u on u.id = r.user_id
    where r.role = 'operator' and r.revoked_at is null and (r.site_id is null or r.site_id = ?)
    group by u.id order by everywhere desc, u.family_name collate "und-x-icu", u.id limit 100`,
    [id]
  )
  return rows
}

const COUNTS = `
  (select count(*)::integer from postes p where p.site_id = i.id and p.retired_at is null) as postes,
  (select count(distinct t.poste_id)::integer from stations t where t.site_id = i.id and t.kind = 'page' and t.revoked_at is null) as installed,
  (select count(*)::integer from poste_sessions s where s.site_id = i.id and s.ended_at is null) as live`
