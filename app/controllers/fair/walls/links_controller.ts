import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'

/** The secret link of the screen in the hall, for those who run the fair: made, shown, and made anew. */
export default class LinksController {
  async show({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const link = await fair.wallLink()
    return view.render('pages/fair/walls/links/show', { link, address: link?.path && new URL(link.path, appUrl).href })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.regenerateWallLink(ctx.viewer.act())
    return done(ctx, 'wall.link_made', {}, `${ctx.fair.path}/wall/link`)
  }
}
