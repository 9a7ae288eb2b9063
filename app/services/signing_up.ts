import type { HttpContext } from '@adonisjs/core/http'
import { termsVersion } from '#config/terms'
import { type Complete, type Registration, register } from '#models/accounts/registration'
import { done, localPath } from '#services/answers'
import { allow } from '#start/limiter'

/**
 * Signing up, whatever one comes for: known address or not, the same page follows, from which the person signs in with
 * the password just chosen or waits for the mail.
 * @throws {Refusal} accounts.refusals.too_many
 */
export async function signUp(ctx: HttpContext, values: Registration, complete: Complete) {
  await allow('registration', ctx.request.ip())
  const locale = ctx.i18n.locale as Registration['locale']
  await register({ ...values, locale }, termsVersion, ctx.viewer.act(), complete)
  ctx.session.flash({ email: values.email })
  const next = localPath(ctx.request.input('next'))
  return done(
    ctx,
    'accounts.users.registered',
    {},
    next ? `/compte/verifications?next=${encodeURIComponent(next)}` : '/compte/verifications'
  )
}
