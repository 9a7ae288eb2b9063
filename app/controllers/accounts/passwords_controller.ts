import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { confirmPassword } from '#services/confirming'
import { passwordValidator } from '#validators/accounts/profile'

export default class PasswordsController {
  async edit({ view, viewer }: HttpContext) {
    return view.render('pages/accounts/passwords/edit', { user: viewer.user! })
  }

  async update(ctx: HttpContext) {
    const user = ctx.viewer.user!
    const { currentPassword, password } = await ctx.request.validateUsing(passwordValidator, { meta: { identity: user } })
    await confirmPassword(ctx, currentPassword)
    await user.changePassword(password, user.signIn!.id, ctx.viewer.act())
    ctx.session.regenerate()
    return done(ctx, 'accounts.password.changed', {}, '/compte')
  }
}
