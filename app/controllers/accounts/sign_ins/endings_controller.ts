import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'

/** A person ends one of their sign-ins: a lost phone, a computer that is somebody else's. */
export default class EndingsController {
  async store(ctx: HttpContext) {
    const signIn = await ctx.viewer.user!.related('signIns').query().where('id', ctx.params.id).firstOrFail()
    await signIn.end(ctx.viewer.act())
    return done(ctx, 'accounts.sign_ins.one_ended', {}, '/compte/sign-ins')
  }
}
