import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'
import { placementValidator } from '#validators/postes/counter'

/** The poste of a session is another from now on. */
export default class PlacementsController {
  async update(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    const { posteId } = await ctx.request.validateUsing(placementValidator)
    await session.move(posteId, ctx.viewer.act())
    return doneBack(ctx, 'counter.done.moved', {}, `${ctx.site.path}/desk`)
  }
}
