import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { type Kind, verifiable } from '#models/accounts/verification_queue'
import VerificationPolicy from '#policies/accounts/verification_policy'

/** `/admin/:kind/:id/…`: what moderators decide about, as `ctx.verifiable`. */
export default class VerifiableMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await ctx.bouncer.with(VerificationPolicy).authorize('decide')
    ctx.verifiable = await verifiable(ctx.params.kind as Kind, ctx.params.id)
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    verifiable: Awaited<ReturnType<typeof verifiable>>
  }
}
