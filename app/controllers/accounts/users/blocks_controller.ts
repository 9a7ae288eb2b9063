import type { HttpContext } from '@adonisjs/core/http'
import User from '#models/accounts/user'
import UserPolicy from '#policies/accounts/user_policy'
import { done } from '#services/answers'

/** Somebody is shut out, until somebody lets them in again. */
export default class BlocksController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('manage')
    const user = await User.findOrFail(ctx.params.id)
    await user.block(ctx.viewer.act())
    return done(ctx, 'accounts.blocks.started', { name: user.fullName }, `/admin/users/${user.id}`)
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('manage')
    const user = await User.findOrFail(ctx.params.id)
    await user.unblock(ctx.viewer.act())
    return done(ctx, 'accounts.blocks.ended', { name: user.fullName }, `/admin/users/${user.id}`)
  }
}
