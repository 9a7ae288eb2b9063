import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { allow } from '#start/limiter'
import { profileValidator } from '#validators/accounts/profile'

export default class ProfilesController {
  async edit({ view, viewer }: HttpContext) {
    return view.render('pages/accounts/profiles/edit', { user: viewer.user! })
  }

  async update(ctx: HttpContext) {
    const user = ctx.viewer.user!
    const profile = await ctx.request.validateUsing(profileValidator)
    if (profile.username && profile.username !== user.username) await allow('username', user.id)
    await user.present(profile, ctx.viewer.act())
    return done(ctx, 'accounts.profile.saved', {}, '/compte')
  }
}
