import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#services/answers'
import { orAsk } from '#services/asking'
import { forgetGuest, keepGuest } from '#services/guest_cookie'
import { allow, networkOf } from '#start/limiter'
import { forgettingValidator, guestValidator } from '#validators/fair/guest'
import { pressed } from '#validators/pressed'

/** Joining from a poster with a name only; what the phone then keeps may be forgotten. */
export default class GuestsController {
  async store(ctx: HttpContext) {
    const { fair, viewer, request } = ctx
    const { standId, despite = false, ...values } = await request.validateUsing(guestValidator)
    await allow('guest', `${fair.id}:${networkOf(request.ip())}`)
    const stand = await fair.related('stands').query().where('id', standId).firstOrFail()
    const known = await fair.attendeeFor(viewer)
    return orAsk(ctx, 'fair.refusals.join_last_call', `${fair.path}/stands/${stand.id}`, async () => {
      await keepGuest(ctx, await fair.welcome(stand, values, known, viewer.actAs(known), { despite }))
      return done(ctx, 'fair.entries.joined', { stand: stand.name }, `${fair.path}/my`)
    })
  }

  async destroy(ctx: HttpContext) {
    const { endpoint } = await pressed(ctx.request.validateUsing(forgettingValidator))
    const guest = await ctx.fair.guestFor(ctx.viewer)
    await guest?.forgetPhone(endpoint, ctx.viewer.actAs(guest))
    await forgetGuest(ctx)
    return done(ctx, 'visiting.forgotten', {}, ctx.fair.path)
  }
}
