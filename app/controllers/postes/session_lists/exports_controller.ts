import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { sessionColumns } from '#controllers/postes/session_lists/columns'
import { allSessions } from '#models/postes/session_list'
import SitePolicy from '#policies/postes/site_policy'
import { streamCsv } from '#services/csv'
import { sessionFilters } from '#validators/postes/filters'

export default class ExportsController {
  async show(ctx: HttpContext) {
    const { site, bouncer, viewer, request, i18n } = ctx
    await bouncer.with(SitePolicy).authorize('work', site)
    await site.tellTaken('postes.sessions.exported', viewer.act())
    const rows = allSessions(site, sessionFilters(request), DateTime.now())
    return streamCsv(ctx, i18n.t('usage.sessions.file', { site: site.name }), sessionColumns(site), rows)
  }
}
