import type { HttpContext } from '@adonisjs/core/http'
import SitePolicy from '#policies/postes/site_policy'
import { done } from '#services/answers'

/** Somebody without a name, in one gesture. */
export default class GuestsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(SitePolicy).authorize('work', ctx.site)
    const guest = await ctx.site.welcomeGuest(ctx.viewer.act())
    return done(ctx, 'visitors.welcomed', { number: String(guest.guestNumber).padStart(4, '0') }, guest.pathAt(ctx.site))
  }
}
