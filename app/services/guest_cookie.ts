import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { isHttps } from '#config/app'
import SecretLink from '#models/accounts/secret_link'
import type Attendee from '#models/fair/attendee'

/** What a phone keeps of whoever is at a fair without an account: one secret a fair, encrypted. */
const NAME = 'tremplin_guest'

/** As many fairs as one phone goes to within a few days. */
const MOST = 5

const options = { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' as const }

export function guestTokens({ request }: HttpContext): string[] {
  const held: unknown = request.encryptedCookie(NAME)
  return Array.isArray(held) ? held.filter((token): token is string => typeof token === 'string').slice(0, MOST) : []
}

/**
 * This browser is now this attendee, and nobody else at their fair, for as long as their link lives.
 * @param opened the secret of the address that was opened, which holds even where a lost key hides it from us
 */
export async function keepGuest(ctx: HttpContext, attendee: Attendee, opened?: string) {
  const link = await SecretLink.currentOf({ attendeeId: attendee.id })
  const token = opened ?? link!.token!
  const others = await elsewhere(ctx, attendee.fairId)
  ctx.response.encryptedCookie(NAME, [token, ...others].slice(0, MOST), { ...options, expires: link!.expiresAt.toJSDate() })
}

export async function forgetGuest(ctx: HttpContext) {
  const others = await elsewhere(ctx, ctx.fair.id)
  if (others.length > 0) ctx.response.encryptedCookie(NAME, others, { ...options, maxAge: '30d' })
  else ctx.response.clearCookie(NAME, options)
}

/** The secrets that this browser holds for other fairs. */
async function elsewhere(ctx: HttpContext, fairId: number) {
  const held = await Promise.all(
    guestTokens(ctx).map(async (token) => ({ token, guests: await SecretLink.guests([token], DateTime.now()) }))
  )
  return held.filter(({ guests: [guest] }) => guest && guest.fairId !== fairId).map(({ token }) => token)
}
