import type { HttpContext } from '@adonisjs/core/http'
import StandPolicy from '#policies/fair/stand_policy'
import { doneBack } from '#services/answers'

export default class PausesController {
  async store(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('work', stand)
    await stand.pause(ctx.viewer.act(stand))
    return doneBack(ctx, 'fair.stands.paused', { stand: stand.name }, `${ctx.fair.path}/stands/${stand.id}/dashboard`)
  }

  async destroy(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('work', stand)
    await stand.resume(ctx.viewer.act(stand))
    return doneBack(ctx, 'fair.stands.resumed', { stand: stand.name }, `${ctx.fair.path}/stands/${stand.id}/dashboard`)
  }
}
