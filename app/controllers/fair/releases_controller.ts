import type { HttpContext } from '@adonisjs/core/http'
import { figuresOf } from '#models/fair/figures'
import FairPolicy from '#policies/fair/fair_policy'
import { done } from '#services/answers'
import { releaseValidator } from '#validators/fair/correction'

/** Everybody available at once: said twice, and the second time by typing a word. */
export default class ReleasesController {
  async create({ view, fair, bouncer }: HttpContext) {
    await bouncer.with(FairPolicy).authorize('manage', fair)
    return view.render('pages/fair/releases/create', { figures: await figuresOf(fair.id) })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FairPolicy).authorize('manage', ctx.fair)
    await ctx.request.validateUsing(releaseValidator)
    const { interviews, pauses } = await ctx.fair.freeEveryone(ctx.viewer.act())
    return done(ctx, 'control.everything.freed', { interviews, pauses }, `${ctx.fair.path}/control`)
  }
}
