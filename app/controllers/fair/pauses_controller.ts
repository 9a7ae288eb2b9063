import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { doneBack } from '#services/answers'

/** Every stand at once. */
export default class PausesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const count = await ctx.fair.pauseStands(ctx.viewer.act())
    return doneBack(ctx, 'control.everything.paused', { count }, `${ctx.fair.path}/control`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const count = await ctx.fair.resumeStands(ctx.viewer.act())
    return doneBack(ctx, 'control.everything.resumed', { count }, `${ctx.fair.path}/control`)
  }
}
