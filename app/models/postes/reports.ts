/* What is kept of each day of a site once its sessions are gone, and told the morning after. */
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { type Act, within } from '#models/mixins/act'
import Site from '#models/postes/site'
import { tellReport } from '#models/postes/telling'
import { type DayFigures, countDays } from '#models/postes/usage/days'
import { settings } from '#services/settings'

/** The hour of the instance's zone from which on the day before is over for everybody. */
const HOUR = 6
/** Mornings on which nobody was there to count are made up for, as far back as this (days). */
const BACK = 62

/** Every site that is there, each day once: whichever process does it, and however often. */
export async function reportDays(act: Act): Promise<void> {
  const now = act.at.setZone(settings().zone)
  if (now.hour < HOUR) return
  for (const site of await Site.query().whereNull('retired_at').orderBy('id')) await reportSite(site, now.startOf('day'), act)
}

/** @param today its first instant: what is before it is over */
async function reportSite(site: Site, today: DateTime, act: Act) {
  const since = await unreportedSince(site, today)
  const days = await countDays(site, since, today, act.at)
  if (days.length === 0) return
  await within(act, async (trx) => {
    const { rows } = await trx.rawQuery(
      `insert into desk_reports (site_id, day, figures, created_at)
      select :site, (f->>'day')::date, f, :at from jsonb_array_elements(:days::jsonb) f on conflict do nothing returning id`,
      { site: site.id, days: JSON.stringify(days), at: act.at.toJSDate() }
    )
    const last = days.at(-1)!
    // A day on which nobody could come, and nobody did, is no news.
    if (rows.length && last.sessions + last.availableSeconds > 0) await tellReport(trx, act, site, last)
  })
}

/** The day after the last that was reported, or that on which the site came to be. */
async function unreportedSince(site: Site, today: DateTime) {
  const { rows } = await db.rawQuery(`select to_char(max(day), 'YYYY-MM-DD') as day from desk_reports where site_id = ?`, [site.id])
  const next = rows[0].day
    ? DateTime.fromISO(rows[0].day, { zone: today.zoneName! }).plus({ days: 1 })
    : site.createdAt.setZone(today.zoneName!).startOf('day')
  return DateTime.max(next, today.minus({ days: BACK }))
}

/** By their day. */
export async function reportedDays(site: Site, from: DateTime, to: DateTime): Promise<Map<string, DayFigures>> {
  const rows: { figures: DayFigures }[] = await db
    .from('desk_reports')
    .where('site_id', site.id)
    .where('day', '>=', from.toISODate()!)
    .where('day', '<', to.toISODate()!)
    .select('figures')
  return new Map(rows.map(({ figures }) => [figures.day, figures]))
}

/** Those of the last mornings, the latest first. */
export async function lastReports(site: Site, limit: number): Promise<DayFigures[]> {
  const rows: { figures: DayFigures }[] = await db
    .from('desk_reports')
    .where('site_id', site.id)
    .orderBy('day', 'desc')
    .limit(limit)
    .select('figures')
  return rows.map(({ figures }) => figures)
}
