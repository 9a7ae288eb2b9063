import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'

/** The secret link of a stand, for those who run the fair: shown, and made anew. */
export default class LinksController {
  async show({ view, params, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
    const link = await stand.link()
    return view.render('pages/fair/stands/links/show', { stand, link, address: link?.path && new URL(link.path, appUrl).href })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await stand.regenerateLink(ctx.fair, ctx.viewer.act())
    return done(ctx, 'fair.stands.link_regenerated', { stand: stand.name }, `${ctx.fair.path}/stands/${stand.id}/link`)
  }
}
