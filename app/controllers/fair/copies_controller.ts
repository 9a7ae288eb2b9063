import type { HttpContext } from '@adonisjs/core/http'
import { copyFair, nextName } from '#models/fair/copying'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { copyValidator } from '#validators/fair/fair'

/** Last year's fair, at this year's dates. */
export default class CopiesController {
  async create({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('copy', fair)
    return view.render('pages/fair/copies/create', { name: nextName(fair), stands: await fair.standCount() })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('copy', ctx.fair)
    const copy = await copyFair(ctx.fair, await ctx.request.validateUsing(copyValidator), ctx.viewer.user!, ctx.viewer.act())
    return done(ctx, 'setup.copies.stored', { fair: copy.name }, `${copy.path}/setup`)
  }
}
