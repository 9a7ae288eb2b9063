import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'
import { reasonValidator } from '#validators/accounts/organisation'

export default class RefusalsController {
  async store(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await ctx.verifiable.refuse(reason, ctx.viewer.act())
    return doneBack(ctx, 'organisations.decided.refused', {}, ctx.verifiable.adminPath)
  }

  async destroy(ctx: HttpContext) {
    await ctx.verifiable.reconsider(ctx.viewer.act())
    return doneBack(ctx, 'organisations.decided.reconsidered', {}, ctx.verifiable.adminPath)
  }
}
