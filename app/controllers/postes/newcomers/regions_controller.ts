import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { newcomers } from '#models/postes/newcomers'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'

export default class RegionsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    return fragment(ctx, 'pages/postes/newcomers/_list', { newcomers: await newcomers(DateTime.now()) })
  }
}
