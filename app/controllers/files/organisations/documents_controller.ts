import type { HttpContext } from '@adonisjs/core/http'
import Organisation from '#models/accounts/organisation'
import { doneBack } from '#services/answers'
import { fileOf } from '#services/receiving'
import { allow } from '#start/limiter'
import { organisationDocumentValidator } from '#validators/files/document'
import { pressed } from '#validators/pressed'

/** What an organisation's owners hand in on its sheet. */
export default class DocumentsController {
  async store(ctx: HttpContext) {
    const organisation = await Organisation.query()
      .where('id', ctx.params.id)
      .whereHas(
        'memberships',
        (places) => void places.where({ user_id: ctx.viewer.user!.id, role: 'owner' }).withScopes((s) => s.current())
      )
      .firstOrFail()
    const { purpose } = await pressed(ctx.request.validateUsing(organisationDocumentValidator))
    await allow('upload', ctx.viewer.user!.id)
    const { name } = await organisation.attach(fileOf(ctx.uploads), { purpose }, ctx.viewer.act())
    return doneBack(ctx, 'files.documents.added', { name: name! }, organisation.path)
  }
}
