import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'

/** The mail that proves the address, once more. */
export default class VerificationsController {
  async store(ctx: HttpContext) {
    await ctx.viewer.user!.resendVerification(ctx.viewer.act())
    return done(ctx, 'accounts.verifications.sent', {}, '/compte/email')
  }
}
