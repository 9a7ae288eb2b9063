import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import SignIn from '#models/accounts/sign_in'
import User from '#models/accounts/user'
import { Viewer } from '#models/accounts/viewer'
import { claimPlaces } from '#services/claiming'
import type { HeldSignIn } from '#services/session_store'
import { signInAttempts } from '#start/limiter'

const DEVICE_BYTES = 24

/**
 * Who signs in with this address and password, if anybody: as much work and as many questions for one that is unknown.
 * @throws {Refusal} accounts.refusals.too_many
 */
export async function recognise(ctx: HttpContext, login: string, password: string) {
  const user = await User.byLogin(login).first()
  const device = deviceOf(ctx)
  const isKnown = device !== undefined && (await SignIn.isKnownDevice(user?.id ?? 0, device))
  const attempt = { account: user?.id ?? login.trim().toLowerCase(), address: ctx.request.ip(), knownDevice: isKnown ? device : undefined }
  return signInAttempts(attempt, () => User.recognise(login, password))
}

/**
 * The browser now knows who this is: a sign-in row, and a session under a new identifier.
 * @throws {Refusal} accounts.refusals.blocked
 */
export async function enter(ctx: HttpContext, user: User, { remember = false } = {}) {
  const { session, request, viewer } = ctx
  const by = { ...viewer.act().by, id: user.id }
  const device = deviceOf(ctx) ?? randomBytes(DEVICE_BYTES).toString('base64url')
  await viewer.user?.signIn?.end(viewer.act())
  // What a session that is over had opened does not come back with somebody else.
  if (!viewer.user && session.has('auth_web')) session.forget('links')
  const browser = { userAgent: request.header('user-agent'), device, remember, stationId: viewer.station?.id }
  user.signIn = await SignIn.start(user, browser, { by, at: DateTime.now() })
  user.grants = await user.heldGrants()
  session.forget('left')
  session.put('sign_in', heldOf(user.signIn))
  await ctx.auth.use('web').login(user)
  // Whoever had this browser before may know the token of its forms.
  session.forget('csrf-secret')
  ctx.response.cookie('device', device, { maxAge: '365d' })
  ctx.viewer = new Viewer(user, viewer.links, viewer.origin, viewer.guests, viewer.station)
  await claimPlaces(ctx)
}

/** Whether a sign-in was ended here, by signing out, or by somebody from elsewhere; or is only over by itself. */
export async function hasLeft({ session }: HttpContext) {
  if (session?.get('left')) return true
  const signIn = session?.get('auth_web')
  return signIn !== undefined && ((await SignIn.find(signIn))?.endedAt ?? null) !== null
}

/** The secret by which this browser is known to have been used to enter an account: nothing else is done with it. */
export function deviceOf({ request }: HttpContext): string | undefined {
  const device = request.cookie('device')
  return typeof device === 'string' ? device : undefined
}

export function heldOf({ expiresAt, remembered }: SignIn): HeldSignIn {
  return { until: expiresAt.toMillis(), remembered }
}
