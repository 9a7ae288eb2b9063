import type { HttpContext } from '@adonisjs/core/http'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { doneBack } from '#services/answers'

/** Owning with others; whoever has made somebody else an owner may give it up. */
export default class OwnershipsController {
  async store(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('admit', organisation)
    const membership = await organisation.memberOrFail(ctx.params.membership)
    await membership.makeOwner(ctx.viewer.act())
    return doneBack(ctx, 'organisations.members.made_owner', { name: membership.user.fullName }, organisation.path)
  }

  async destroy(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('admit', organisation)
    const membership = await organisation.memberOrFail(ctx.params.membership)
    await membership.makeMember(ctx.viewer.act())
    return doneBack(ctx, 'organisations.members.made_member', { name: membership.user.fullName }, organisation.path)
  }
}
