import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { visitorAt } from '#services/visitors'
import { identityOf } from '#validators/postes/visitor'

/** That somebody showed who they are. */
export default class IdentitiesController {
  async update(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.identify(await identityOf(ctx.request), ctx.viewer.act())
    return done(ctx, 'visitors.identity.stored', {}, visitor.pathAt(ctx.site))
  }

  async destroy(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.forgetIdentity(ctx.viewer.act())
    return done(ctx, 'visitors.identity.forgotten', {}, visitor.pathAt(ctx.site))
  }
}
