import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { codeCard } from '#models/postes/code_card'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'

/** Whoever shows a code sees at once that it was used. */
export default class RegionsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    return fragment(ctx, 'pages/postes/sessions/codes/_code', { card: await codeCard(session, DateTime.now()) })
  }
}
