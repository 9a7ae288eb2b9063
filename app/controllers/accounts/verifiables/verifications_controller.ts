import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'

export default class VerificationsController {
  async store(ctx: HttpContext) {
    await ctx.verifiable.verify(ctx.viewer.act())
    return doneBack(ctx, 'organisations.decided.verified', {}, ctx.verifiable.adminPath)
  }
}
