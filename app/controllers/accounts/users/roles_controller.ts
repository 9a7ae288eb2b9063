import type { HttpContext } from '@adonisjs/core/http'
import { type RoleName, STAFF } from '#models/accounts/role'
import User from '#models/accounts/user'
import UserPolicy from '#policies/accounts/user_policy'
import { done } from '#services/answers'
import { grantValidator } from '#validators/accounts/grant'

/** The rights of somebody. */
export default class RolesController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('manage')
    const user = await User.findOrFail(ctx.params.id)
    const grant = await ctx.request.validateUsing(grantValidator)
    await user.grant(grant, ctx.viewer.act())
    return done(ctx, 'accounts.roles.granted', { name: user.fullName }, `/admin/users/${user.id}`)
  }

  async destroy(ctx: HttpContext) {
    const { bouncer, params, viewer } = ctx
    await bouncer.with(UserPolicy).authorize('manage')
    const user = await User.findOrFail(params.id)
    const { role, fairId, siteId } = await user.related('roles').query().where('id', params.role).whereIn('role', STAFF).firstOrFail()
    await user.revoke({ role: role as RoleName, fairId, siteId }, viewer.act())
    const isOwn = user.id === viewer.user!.id && role === 'admin'
    return done(ctx, 'accounts.roles.revoked', { name: user.fullName }, isOwn ? '/' : `/admin/users/${user.id}`)
  }
}
