import type { HttpContext } from '@adonisjs/core/http'
import { fileOf, verificationQueue } from '#models/accounts/verification_queue'
import VerificationPolicy from '#policies/accounts/verification_policy'
import { queueFilters } from '#validators/accounts/filters'

/** What moderators verify: organisations, and providers. */
export default class VerifiablesController {
  async index({ view, params, request, bouncer }: HttpContext) {
    await bouncer.with(VerificationPolicy).authorize('decide')
    const filters = queueFilters(request)
    return view.render('pages/accounts/verifiables/index', {
      kind: params.kind,
      filters,
      queue: await verificationQueue(params.kind, filters),
    })
  }

  async show({ view, params, verifiable }: HttpContext) {
    return view.render(`pages/accounts/${params.kind}/verification`, await fileOf(verifiable))
  }
}
