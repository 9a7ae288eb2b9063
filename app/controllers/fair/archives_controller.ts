import type { HttpContext } from '@adonisjs/core/http'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'

/** A fair that is put away, and taken out again. */
export default class ArchivesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.archive(ctx.viewer.act())
    return done(ctx, 'setup.archives.stored', { fair: ctx.fair.name }, `${ctx.fair.path}/setup`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.fair.unarchive(ctx.viewer.act())
    return done(ctx, 'setup.archives.destroyed', { fair: ctx.fair.name }, `${ctx.fair.path}/setup`)
  }
}
