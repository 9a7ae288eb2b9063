import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { ratiosOf, usageOf } from '#models/postes/usage'
import type { DayFigures } from '#models/postes/usage/days'
import { periodOf } from '#models/postes/usage/period'
import SitePolicy from '#policies/postes/site_policy'
import { type Column, streamCsv } from '#services/csv'

const minutes = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 6) / 10)
const percents = (part: number | null) => (part === null ? null : Math.round(part * 1000) / 10)

/** A day a line. */
const COLUMNS: Column<DayFigures>[] = [
  { title: 'usage.figures.day', of: (row) => row.day },
  { title: 'usage.figures.sessions.name', kind: 'number', of: (row) => row.sessions },
  { title: 'usage.figures.visitors.name', kind: 'number', of: (row) => row.visitors },
  { title: 'usage.figures.guests', kind: 'number', of: (row) => row.guests },
  { title: 'usage.figures.used_minutes', kind: 'number', of: (row) => minutes(row.usedSeconds) },
  { title: 'usage.figures.open_minutes', kind: 'number', of: (row) => minutes(row.openUsedSeconds) },
  { title: 'usage.figures.available_minutes', kind: 'number', of: (row) => minutes(row.availableSeconds) },
  { title: 'usage.figures.rate_percent', kind: 'number', of: (row) => percents(ratiosOf(row).rate) },
  { title: 'usage.figures.mean_minutes', kind: 'number', of: (row) => minutes(ratiosOf(row).mean) },
  { title: 'usage.figures.added_minutes', kind: 'number', of: (row) => minutes(row.addedSeconds) },
  { title: 'usage.figures.asked.name', kind: 'number', of: (row) => row.asked },
  { title: 'usage.figures.accepted.name', kind: 'number', of: (row) => row.accepted },
  { title: 'usage.figures.no_shows.name', kind: 'number', of: (row) => row.noShows },
]

export default class ExportsController {
  async show(ctx: HttpContext) {
    const { site, bouncer, viewer, request, i18n } = ctx
    await bouncer.with(SitePolicy).authorize('work', site)
    await site.tellTaken('postes.usage.exported', viewer.act())
    const now = DateTime.now()
    const { days, period } = await usageOf(site, periodOf(String(request.input('period', '')), now), now)
    return streamCsv(ctx, i18n.t('usage.figures.file', { site: site.name, period: period.key }), COLUMNS, each(days))
  }
}

async function* each(days: DayFigures[]) {
  yield* days
}
