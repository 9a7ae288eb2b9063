import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import type { Viewer } from '#models/accounts/viewer'
import string from '@adonisjs/core/helpers/string'
import { type Act, authorOf, within } from '#models/mixins/act'
import { FREE, UNRESERVED } from '#models/postes/free_postes'
import Site from '#models/postes/site'
import type { DayHours, SiteValues } from '#models/postes/site/configuring'
import { type Timetable, nextOpening, openingNow } from '#models/postes/site/timing'
import { settings } from '#services/settings'

/** A site as anybody may see it. */
export interface SiteCard {
  id: number
  slug: string
  name: string
  address: string | null
  postes: number
  free: number
  open: boolean
  opensAt: Date | null
}

export async function siteCount(): Promise<number> {
  const [{ total }] = await db.from('sites').whereNull('retired_at').count('* as total')
  return Number(total)
}

/** Every site of the instance, or that one, with how many of its postes are free. */
export async function siteCards(at: DateTime, only: number | null = null): Promise<SiteCard[]> {
  const { rows } = await db.rawQuery<{ rows: (Omit<SiteCard, 'open' | 'opensAt'> & { timetable: Timetable })[] }>(
    `select i.id, i.slug, i.name, i.address,
      (select count(*)::integer from postes p where p.site_id = i.id and p.retired_at is null) as postes,
      (select count(*)::integer from postes p where p.site_id = i.id and ${FREE} and ${UNRESERVED}) as free,
      json_build_object(
        'hours', (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'opensAt', h.opens_at, 'closesAt', h.closes_at)), '[]')
          from site_hours h where h.site_id = i.id),
        'closings', (select coalesce(json_agg(json_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on, 'reason', c.reason)), '[]')
          from site_closings c where c.site_id = i.id and c.ends_on >= :today)
      ) as timetable
    from sites i where i.retired_at is null and (:only::bigint is null or i.id = :only) order by i.name collate "und-x-icu", i.id`,
    { today: at.setZone(settings().zone).toISODate()!, only: only as never, at: at.toJSDate() }
  )
  return rows.map(({ timetable, ...card }) => ({
    ...card,
    open: openingNow(timetable, at) !== null,
    opensAt: nextOpening(timetable, at)?.from.toJSDate() ?? null,
  }))
}

/** Where somebody works: of several, all. */
export async function sitesOf(viewer: Viewer): Promise<Site[]> {
  const sites = await Site.query().whereNull('retired_at').orderBy('name')
  return sites.filter(({ id }) => viewer.operates(id))
}

/** Its address is drawn from its name; it opens on the hours that are given, or on those of the instance's offices. */
export async function openSite(values: SiteValues, act: Act, hours: DayHours[] = officeHours()): Promise<Site> {
  return within(act, async (trx) => {
    await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('addresses of sites'))`)
    const base = string.slug(values.name, { lower: true, strict: true, locale: 'fr' }).slice(0, 70) || 'site'
    const taken = new Set((await trx.from('sites').select('slug')).map(({ slug }) => slug))
    let slug = RESERVED.has(base) ? `${base}-1` : base
    for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`
    const site = await Site.create({ ...values, slug, createdAt: act.at, createdBy: authorOf(act.by) } as never, { client: trx })
    await site.refresh()
    await site.track(trx, act, 'postes.site.opened', { name: site.name, mode: site.mode })
    await site.setHours(hours, { ...act, trx })
    return site
  })
}

/** Words of the address that are pages of their own. */
const RESERVED = new Set(['create', 'sites', 'links', 'walls', 'claims'])

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function officeHours(): DayHours[] {
  const { openingHours } = settings()
  return DAYS.flatMap((day, i) => openingHours[day].map(([opensAt, closesAt]) => ({ weekday: i + 1, opensAt, closesAt })))
}
