import type { HttpContext } from '@adonisjs/core/http'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { done, localPath } from '#services/answers'
import { reasonValidator } from '#validators/accounts/organisation'

/** A no has its own page: whoever asked to join reads why. `next` is the page that it was pressed on. */
export default class RefusalsController {
  async create({ view, params, request, organisation, bouncer }: HttpContext) {
    await bouncer.with(OrganisationPolicy).authorize('admit', organisation)
    const membership = await organisation.memberOrFail(params.membership)
    const next = localPath(request.input('next')) ?? organisation.path
    return view.render('pages/accounts/memberships/refuse', { membership, next })
  }

  async store(ctx: HttpContext) {
    const { organisation, request } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('admit', organisation)
    const membership = await organisation.memberOrFail(ctx.params.membership)
    const { reason } = await request.validateUsing(reasonValidator)
    await membership.refuse(reason, ctx.viewer.act())
    const next = localPath(request.input('next')) ?? organisation.path
    return done(ctx, 'organisations.members.refused', { name: membership.user.fullName }, next)
  }
}
