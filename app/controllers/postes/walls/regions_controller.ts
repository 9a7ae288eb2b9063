import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { deskWall } from '#models/postes/wall'
import SitePolicy from '#policies/postes/site_policy'
import { fragment } from '#services/fragment'

export default class RegionsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('watch', ctx.site)
    return fragment(ctx, 'pages/postes/walls/_wall', { wall: await deskWall(ctx.site, DateTime.now()) })
  }
}
