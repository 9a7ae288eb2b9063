import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'

/** Asking that one's account be deleted. */
export default class DeletionsController {
  async show({ view, viewer }: HttpContext) {
    return view.render('pages/accounts/deletions/show', { asked: await viewer.user!.deletionRequest() })
  }

  async store(ctx: HttpContext) {
    await ctx.viewer.user!.askDeletion(ctx.viewer.act())
    return done(ctx, 'accounts.deletion.asked', {}, '/compte/deletion')
  }

  async destroy(ctx: HttpContext) {
    await ctx.viewer.user!.cancelDeletion(ctx.viewer.act())
    return done(ctx, 'accounts.deletion.cancelled', {}, '/compte/deletion')
  }
}
