import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { pairingPage } from '#models/postes/poste_sheet'
import SitePolicy from '#policies/postes/site_policy'

export default class RegionsController {
  /** Whoever installs a poste sees when it is done. */
  async show({ view, site, params, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const poste = await site.related('postes').query().where('id', params.id).whereNull('retired_at').firstOrFail()
    return view.render('pages/postes/pairings/_pairing', { poste, ...(await pairingPage(poste, DateTime.now())) })
  }
}
