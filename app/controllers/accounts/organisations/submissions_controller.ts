import type { HttpContext } from '@adonisjs/core/http'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { doneBack } from '#services/answers'
import { reasonValidator } from '#validators/accounts/organisation'

/** Refused, it is shown to the moderators again. */
export default class SubmissionsController {
  async store(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('own', organisation)
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await organisation.resubmit(reason, ctx.viewer.act())
    return doneBack(ctx, 'organisations.resubmitted', {}, organisation.path)
  }
}
