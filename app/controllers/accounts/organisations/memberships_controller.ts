import type { HttpContext } from '@adonisjs/core/http'
import Organisation from '#models/accounts/organisation'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { done, doneBack } from '#services/answers'
import { allow } from '#start/limiter'
import { membershipValidator } from '#validators/accounts/organisation'

export default class MembershipsController {
  /** Whoever asks to join is not a member: any organisation that is not stopped is there for them. */
  async create({ view, params }: HttpContext) {
    const organisation = await Organisation.query().where({ id: params.id, stopped: false }).firstOrFail()
    return view.render('pages/accounts/memberships/create', { organisation })
  }

  async store(ctx: HttpContext) {
    const organisation = await Organisation.query().where({ id: ctx.params.id, stopped: false }).firstOrFail()
    const place = await ctx.request.validateUsing(membershipValidator)
    await allow('membership', ctx.viewer.user!.id)
    await organisation.askToJoin(ctx.viewer.user!, place, ctx.viewer.act())
    return done(ctx, 'organisations.members.asked', { organisation: organisation.name }, '/compte/organisations')
  }

  /** Somebody is removed by an owner. */
  async destroy(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('admit', organisation)
    const membership = await organisation.memberOrFail(ctx.params.membership)
    await membership.end(ctx.viewer.act())
    return doneBack(ctx, 'organisations.members.removed', { name: membership.user.fullName }, organisation.path)
  }
}
