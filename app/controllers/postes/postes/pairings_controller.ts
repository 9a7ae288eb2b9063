import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { pairingPage } from '#models/postes/poste_sheet'
import SitePolicy from '#policies/postes/site_policy'
import { goTo } from '#services/answers'

/** Telling a browser that it is the one of this poste. */
export default class PairingsController {
  async show({ view, site, params, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const poste = await site.related('postes').query().where('id', params.id).whereNull('retired_at').firstOrFail()
    return view.render('pages/postes/pairings/show', { poste, ...(await pairingPage(poste, DateTime.now())) })
  }

  async store(ctx: HttpContext) {
    const { site } = ctx
    await ctx.bouncer.with(SitePolicy).authorize('work', site)
    const poste = await site.related('postes').query().where('id', ctx.params.id).whereNull('retired_at').firstOrFail()
    await poste.pairingCode(ctx.viewer.act())
    return goTo(ctx, `${site.path}/postes/${poste.id}/pairing`)
  }
}
