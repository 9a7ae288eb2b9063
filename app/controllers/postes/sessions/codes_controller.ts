import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { codeCard } from '#models/postes/code_card'
import SitePolicy from '#policies/postes/site_policy'

/** The code of a session, as long as it opens something. */
export default class CodesController {
  async show({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const session = await site.related('sessions').query().where('id', params.id).firstOrFail()
    return view.render('pages/postes/sessions/codes/show', { card: await codeCard(session, DateTime.now()) })
  }
}
