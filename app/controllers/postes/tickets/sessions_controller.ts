import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'
import { pressed } from '#validators/pressed'
import { servingValidator } from '#validators/postes/counter'

/** Whoever waited is given a poste: the first free one, for as long as they asked. */
export default class SessionsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const ticket = await ctx.site.related('tickets').query().where('id', ctx.params.id).firstOrFail()
    const { posteId = null } = await pressed(ctx.request.validateUsing(servingValidator))
    const session = await ticket.serve(posteId, ctx.viewer.act())
    return done(ctx, 'counter.done.issued', {}, `${ctx.site.path}/sessions/${session.id}/code`)
  }
}
