import type { HttpContext } from '@adonisjs/core/http'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { doneBack } from '#services/answers'
import { changesValidator } from '#validators/accounts/organisation'

/** Refused, it is shown to the moderators again. */
export default class SubmissionsController {
  async store(ctx: HttpContext) {
    const { organisation } = ctx
    await ctx.bouncer.with(OrganisationPolicy).authorize('own', organisation)
    const { changes } = await ctx.request.validateUsing(changesValidator)
    await organisation.resubmit(changes, ctx.viewer.act())
    return doneBack(ctx, 'organisations.resubmitted', {}, organisation.path)
  }
}
