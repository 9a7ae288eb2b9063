import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'
import { signInAttempts } from '#start/limiter'

/**
 * Whoever sits at a browser that was left open does not know the password of its owner.
 * @throws {Refusal} accounts.refusals.password_wrong, accounts.refusals.too_many
 */
export async function confirmPassword({ viewer, request }: HttpContext, password: string) {
  const user = viewer.user!
  const known = await signInAttempts(
    { account: `password:${user.id}`, address: request.ip() },
    async () => (await user.hasPassword(password)) || null
  )
  if (!known) throw new Refusal('accounts.refusals.password_wrong', {}, { status: 422, field: 'currentPassword' })
}
