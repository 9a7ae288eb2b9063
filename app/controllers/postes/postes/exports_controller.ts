import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { POSTE_COLUMNS } from '#controllers/postes/postes/columns'
import { allPostes } from '#models/postes/poste_list'
import SitePolicy from '#policies/postes/site_policy'
import { streamCsv } from '#services/csv'
import { posteFilters } from '#validators/postes/filters'

export default class ExportsController {
  async show(ctx: HttpContext) {
    const { site, bouncer, viewer, request, i18n } = ctx
    await bouncer.with(SitePolicy).authorize('work', site)
    await site.tellTaken('postes.postes.exported', viewer.act())
    const rows = allPostes(site, posteFilters(request), DateTime.now())
    return streamCsv(ctx, i18n.t('sites.export.file', { site: site.name }), POSTE_COLUMNS, rows)
  }
}
