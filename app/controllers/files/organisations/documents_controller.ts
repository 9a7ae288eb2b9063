import type { HttpContext } from '@adonisjs/core/http'
import OrganisationPolicy from '#policies/accounts/organisation_policy'
import { doneBack } from '#services/answers'
import { fileOf } from '#services/receiving'
import { allow } from '#start/limiter'
import { organisationDocumentValidator } from '#validators/files/document'
import { pressed } from '#validators/pressed'

/** What an organisation's owners hand in on its sheet. */
export default class DocumentsController {
  async store(ctx: HttpContext) {
    await ctx.bouncer.with(OrganisationPolicy).authorize('own', ctx.organisation)
    const { purpose } = await pressed(ctx.request.validateUsing(organisationDocumentValidator))
    await allow('upload', ctx.viewer.user!.id)
    const { name } = await ctx.organisation.attach(fileOf(ctx.uploads), { purpose }, ctx.viewer.act())
    return doneBack(ctx, 'files.documents.added', { name: name! }, ctx.organisation.path)
  }
}
