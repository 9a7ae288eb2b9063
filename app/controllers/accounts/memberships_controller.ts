import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'

/** One's own place: left, or no longer asked for. */
export default class MembershipsController {
  async destroy(ctx: HttpContext) {
    const membership = await ctx.viewer
      .user!.related('memberships')
      .query()
      .where('id', ctx.params.id)
      .preload('organisation')
      .firstOrFail()
    await membership.end(ctx.viewer.act())
    return done(ctx, 'organisations.members.left', { organisation: membership.organisation.name }, '/compte/organisations')
  }
}
