import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { visitorAt } from '#services/visitors'

/** The account that somebody linked their sheet to. */
export default class AccountsController {
  async destroy(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.unlink(ctx.viewer.act())
    return done(ctx, 'visitors.account.unlinked', {}, visitor.pathAt(ctx.site))
  }
}
