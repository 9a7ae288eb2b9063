import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'

/** The secret link of the screen, for those of the desk: made, shown, and made anew. */
export default class LinksController {
  async show({ view, site, bouncer }: HttpContext) {
    await bouncer.with(SitePolicy).authorize('work', site)
    const link = await site.wallLink()
    return view.render('pages/postes/walls/links/show', { link, address: link?.path && new URL(link.path, appUrl).href })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    await ctx.site.regenerateWallLink(ctx.viewer.act())
    return done(ctx, 'counter.done.wall_link', {}, `${ctx.site.path}/wall/link`)
  }
}
