import type { HttpContext } from '@adonisjs/core/http'
import Organisation from '#models/accounts/organisation'
import VerificationPolicy from '#policies/accounts/verification_policy'
import { done } from '#services/answers'
import { organisationValidator } from '#validators/accounts/organisation'

/** A moderator corrects what an owner may no longer change. */
export default class CorrectionsController {
  async edit({ view, params, bouncer }: HttpContext) {
    await bouncer.with(VerificationPolicy).authorize('decide')
    return view.render('pages/accounts/organisations/correct', { organisation: await Organisation.findOrFail(params.id) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(VerificationPolicy).authorize('decide')
    const organisation = await Organisation.findOrFail(ctx.params.id)
    await organisation.correct(await ctx.request.validateUsing(organisationValidator), ctx.viewer.act())
    return done(ctx, 'organisations.described', { organisation: organisation.name }, organisation.adminPath)
  }
}
