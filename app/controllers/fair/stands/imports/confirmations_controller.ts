import type { HttpContext } from '@adonisjs/core/http'
import { standImport } from '#models/fair/stand_import'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'

export default class ConfirmationsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    const staged = await ctx.fair.related('imports').query().where({ id: ctx.params.id, kind: 'stands' }).firstOrFail()
    const added = await staged.confirm(standImport(ctx.fair), ctx.viewer.act())
    return done(ctx, 'fair.imports.added', { count: added }, `${ctx.fair.path}/stands`)
  }
}
