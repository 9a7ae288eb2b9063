import type { HttpContext } from '@adonisjs/core/http'
import { fileOf, verificationQueue } from '#models/accounts/verification_queue'
import VerificationPolicy from '#policies/accounts/verification_policy'
import { fragment } from '#services/fragment'
import { queueFilters } from '#validators/accounts/filters'

export default class RegionsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(VerificationPolicy).authorize('decide')
    const { kind } = ctx.params
    const filters = queueFilters(ctx.request)
    return fragment(ctx, 'pages/accounts/verifiables/_queue', { kind, filters, queue: await verificationQueue(kind, filters) })
  }

  async show(ctx: HttpContext) {
    return fragment(ctx, `pages/accounts/${ctx.params.kind}/_file`, await fileOf(ctx.verifiable))
  }
}
