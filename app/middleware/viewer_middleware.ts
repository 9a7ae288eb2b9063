import '@adonisjs/auth/initialize_auth_middleware'
import { isIP } from 'node:net'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Bouncer } from '@adonisjs/bouncer'
import { DateTime } from 'luxon'
import type User from '#models/accounts/user'
import { Viewer } from '#models/accounts/viewer'
import SecretLink from '#models/accounts/secret_link'
import Notification from '#models/messaging/notification'
import { guestTokens } from '#services/guest_cookie'
import { forgetWho, links } from '#services/known_users'
import { isWatched } from '#services/origins'
import { knownUser } from '#services/sign_in_provider'
import { stationIn } from '#services/station_cookie'
import { speak } from '#services/speech'

/** Who asks, with which rights, in which language: `ctx.viewer`, `ctx.bouncer`, `ctx.i18n`. */
export default class ViewerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const user = ctx.session.readonly ? await known(ctx) : await checked(ctx)
    // A session whose sign-in is over is over, with whatever else it opened.
    const isOver = !user && ctx.session.has('auth_web')
    const ids: number[] = isOver ? [] : ctx.session.get('links', [])
    const held = ctx.session.readonly ? await knownLinks(ids) : await SecretLink.held(ids, DateTime.now())
    const guests = await SecretLink.guests(guestTokens(ctx), DateTime.now())
    ctx.viewer = new Viewer(user, held, { address: addressOf(ctx), requestId: ctx.request.id() }, guests, stationIn(ctx))
    ctx.bouncer = new Bouncer<Viewer>(() => ctx.viewer)
    speak(ctx)
    // Phones are lent and computers shared: what somebody saw must not come back with the back button.
    ctx.response.header('Cache-Control', user || ctx.viewer.heldIds.length > 0 ? 'no-store' : 'private, no-cache')
    if (user && !ctx.session.readonly) await this.#welcome(ctx, user)
    else if (user && isWatched(ctx.request)) await user.signIn!.seen(DateTime.now(), { watching: true })
    const answer = await next()
    // What a person changes of themselves is seen by the next part of their page.
    if (user && !ctx.session.readonly) forgetWho({ signIn: user.signIn!.id })
    return answer
  }

  /** Once a page, and not once a refetch of its parts: when they were last here, and what its bell says. */
  async #welcome({ request, view }: HttpContext, user: User) {
    await user.signIn!.seen(DateTime.now())
    if (request.method() === 'GET') view.share({ unread: await Notification.unreadOf(user.id, DateTime.now()) })
  }
}

/** Whoever is signed in, as the database has it now. */
async function checked(ctx: HttpContext) {
  ctx.auth = (await ctx.containerResolver.make('auth.manager')).createAuthenticator(ctx)
  await ctx.auth.check()
  return ctx.auth.user ?? null
}

/** The same, as of some seconds ago: a part of a page asks all day. */
async function known({ session }: HttpContext) {
  const signIn = session.get('auth_web')
  return signIn ? knownUser(signIn) : null
}

async function knownLinks(ids: number[]) {
  const found = await Promise.all(ids.map((id) => links.get(id, async () => (await SecretLink.held([id], DateTime.now()))[0] ?? null)))
  return found.filter((link) => link !== null)
}

/** Without the zone of a link-local address (`fe80::1%eth0`), which PostgreSQL does not read. */
function addressOf({ request }: HttpContext) {
  const [address] = request.ip().split('%')
  return isIP(address) ? address : null
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    viewer: Viewer
    bouncer: Bouncer<Viewer>
  }
}
