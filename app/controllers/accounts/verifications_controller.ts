import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { askAgain } from '#models/accounts/registration'
import { proofOf, verify } from '#models/accounts/verification'
import { done, localPath } from '#services/answers'
import { allow, guesses } from '#start/limiter'
import { addressValidator } from '#validators/accounts/profile'

/** Answering the mail that proves an address: opening its link shows a button, and only the button changes anything. */
export default class VerificationsController {
  /** What follows signing up, whether the address was known or not. */
  async index({ view, request }: HttpContext) {
    return view.render('pages/accounts/verifications/index', { next: localPath(request.input('next')) })
  }

  async store(ctx: HttpContext) {
    const { email } = await ctx.request.validateUsing(addressValidator)
    await allow('letter', ctx.request.ip())
    await askAgain(email, ctx.viewer.act())
    ctx.session.flash({ email })
    return done(ctx, 'accounts.verifications.sent', {}, '/compte/verifications')
  }

  async show({ view, request, params }: HttpContext) {
    const proof = await guesses(request.ip(), () => proofOf(params.token, DateTime.now()))
    return view.render('pages/accounts/verifications/show', { proof })
  }

  async update(ctx: HttpContext) {
    const { email, changes } = await guesses(ctx.request.ip(), () => verify(ctx.params.token, ctx.viewer.act()))
    ctx.session.flash({ email })
    return done(
      ctx,
      changes ? 'accounts.verifications.changed' : 'accounts.verifications.done',
      {},
      ctx.viewer.user ? '/compte' : '/compte/sign-ins/create'
    )
  }
}
