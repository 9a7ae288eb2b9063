import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'

/** Every sign-in of a person but the one they press with. */
export default class OthersController {
  async destroy(ctx: HttpContext) {
    const user = ctx.viewer.user!
    await user.endSignIns(ctx.viewer.act(), { except: user.signIn!.id })
    return done(ctx, 'accounts.sign_ins.others_ended', {}, '/compte/sign-ins')
  }
}
