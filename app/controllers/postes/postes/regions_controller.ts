import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { pairingPage } from '#models/postes/poste_sheet'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'

export default class RegionsController {
  /** Whoever installs a poste sees when it is done. */
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const poste = await ctx.site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    return fragment(ctx, 'pages/postes/pairings/_pairing', { poste, ...(await pairingPage(poste, DateTime.now())) })
  }
}
