import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'
import { reasonValidator } from '#validators/accounts/organisation'

export default class SuspensionsController {
  async store(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await ctx.verifiable.suspend(reason, ctx.viewer.act())
    return doneBack(ctx, 'organisations.decided.suspended', {}, ctx.verifiable.adminPath)
  }

  async destroy(ctx: HttpContext) {
    await ctx.verifiable.reinstate(ctx.viewer.act())
    return doneBack(ctx, 'organisations.decided.reinstated', {}, ctx.verifiable.adminPath)
  }
}
