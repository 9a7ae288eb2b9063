import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { codeCard } from '#models/postes/code_card'
import SitePolicy from '#policies/postes/site_policy'

/** The code to be printed and handed over: `roll` on 80 mm, `card` on A6. */
export default class PapersController {
  async show({ view, params, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const session = await site.related('sessions').query().where('id', params.id).firstOrFail()
    return view.render('pages/postes/sessions/codes/papers/show', { card: await codeCard(session, DateTime.now()), format: params.format })
  }
}
