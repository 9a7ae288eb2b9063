import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import SignIn from '#models/accounts/sign_in'
import type User from '#models/accounts/user'

/** The browser now knows who this is: a sign-in row, and a session under a new identifier. */
export async function enter(ctx: HttpContext, user: User) {
  const { address, requestId } = ctx.viewer.origin
  const by = { kind: 'user' as const, id: user.id, address, requestId }
  user.signIn = await SignIn.start(user, ctx.request.header('user-agent'), { by, at: DateTime.now() })
  await ctx.auth.use('web').login(user)
  // Whoever had this browser before may know the token of its forms.
  ctx.session.forget('csrf-secret')
}
