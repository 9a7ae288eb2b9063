import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { doneBack } from '#services/answers'

export default class OpeningsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.open(ctx.viewer.act())
    return doneBack(ctx, 'fair.fairs.opened', { fair: ctx.fair.name }, `${ctx.fair.path}/control`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.close(ctx.viewer.act())
    return doneBack(ctx, 'fair.fairs.closed', { fair: ctx.fair.name }, `${ctx.fair.path}/control`)
  }
}
