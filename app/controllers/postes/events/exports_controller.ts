import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { actorOf, visitorOf, wordsOf } from '#controllers/postes/events/words'
import { type PosteEvent, allPosteEvents } from '#models/postes/events'
import type Site from '#models/postes/site'
import SitePolicy from '#policies/postes/site_policy'
import { type Column, streamCsv } from '#services/csv'
import { settings } from '#services/settings'
import { posteEventFilters } from '#validators/postes/filters'

export default class ExportsController {
  async show(ctx: HttpContext) {
    const { site, bouncer, viewer, request, i18n } = ctx
    await bouncer.with(SitePolicy).authorize('work', site)
    await site.tellTaken('postes.events.exported', viewer.act())
    const rows = allPosteEvents(site, posteEventFilters(request), DateTime.now())
    return streamCsv(ctx, i18n.t('usage.events.file', { site: site.name }), columnsOf(site), rows)
  }
}

/** Visitors are named only where people are known by name. */
function columnsOf({ isIdentified }: Site): Column<PosteEvent>[] {
  return [
    { title: 'usage.columns.id', kind: 'number', of: (row) => row.id },
    { title: 'usage.columns.at', kind: 'moment', of: (row) => row.at },
    { title: 'usage.columns.event', of: (row, t) => wordsOf(row, t, isIdentified) },
    { title: 'usage.columns.poste', of: (row) => row.poste },
    { title: 'usage.columns.actor', of: (row, t) => actorOf(row, t, settings().name) },
    { title: 'usage.columns.address', of: (row) => row.address },
    ...(isIdentified ? [{ title: 'usage.columns.visitor', of: visitorColumn }] : []),
  ]
}

const visitorColumn: Column<PosteEvent>['of'] = (row, t) => (row.visitor ? visitorOf(row, t) : null)
