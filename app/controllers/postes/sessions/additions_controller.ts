import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { doneBack } from '#services/answers'
import { additionValidator } from '#validators/postes/counter'

export default class AdditionsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const session = await ctx.site.related('sessions').query().where('id', ctx.params.id).firstOrFail()
    const { minutes } = await ctx.request.validateUsing(additionValidator)
    await session.addTime(minutes, ctx.viewer.act())
    return doneBack(ctx, 'counter.done.added', {}, `${ctx.site.path}/desk`)
  }
}
