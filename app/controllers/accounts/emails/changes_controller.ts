import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { confirmPassword } from '#services/confirming'
import { emailValidator } from '#validators/accounts/profile'

/** Another address asked for: it becomes that of the account when its mail is answered. */
export default class ChangesController {
  async store(ctx: HttpContext) {
    const { email, currentPassword } = await ctx.request.validateUsing(emailValidator)
    await confirmPassword(ctx, currentPassword)
    await ctx.viewer.user!.askEmail(email, ctx.viewer.act())
    return done(ctx, 'accounts.email.asked', {}, '/compte/email')
  }

  async destroy(ctx: HttpContext) {
    await ctx.viewer.user!.keepEmail(ctx.viewer.act())
    return done(ctx, 'accounts.email.kept', {}, '/compte/email')
  }
}
