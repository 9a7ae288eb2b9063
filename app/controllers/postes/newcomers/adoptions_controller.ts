import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { adoptionValidator } from '#validators/postes/poste'

export default class AdoptionsController {
  /** That browser is the one of this poste: whoever stands before both has read the same letters on its screen. */
  async store(ctx: HttpContext) {
    const { site } = ctx
    await ctx.bouncer.with(SitePolicy).authorize('work', site)
    const { posteId } = await ctx.request.validateUsing(adoptionValidator)
    const poste = await site.posteToInstall(posteId)
    await poste.adopt(ctx.params.id, ctx.viewer.act())
    return done(ctx, 'sites.newcomers.adopted', { poste: poste.name }, `${site.path}/postes/${poste.id}`)
  }
}
