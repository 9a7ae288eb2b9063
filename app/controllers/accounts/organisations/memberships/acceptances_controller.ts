import type { HttpContext } from '@adonisjs/core/http'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { doneBack } from '#services/answers'

export default class AcceptancesController {
  async store(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('admit', organisation)
    const membership = await organisation.memberOrFail(ctx.params.membership)
    await membership.accept(ctx.viewer.act())
    return doneBack(ctx, 'organisations.members.accepted', { name: membership.user.fullName }, organisation.path)
  }
}
