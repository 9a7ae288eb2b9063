import { configProvider } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import app from '@adonisjs/core/services/app'
import encryption from '@adonisjs/core/services/encryption'
import emitter from '@adonisjs/core/services/emitter'
import '@adonisjs/session/session_middleware'
import { Session } from '@adonisjs/session'
import sessionConfig from '#config/session'
import { asPart } from '#services/busyness'
import { rememberVerified } from '#services/known_cookies'
import { isForeign, isWatched } from '#services/origins'
import type { DatabaseSessionStore, HeldSignIn } from '#services/session_store'

type Resolved = Awaited<ReturnType<(typeof sessionConfig)['resolver']>>

let resolved: Resolved | undefined

/** A page that is only watched keeps its session, with a write this seldom (ms). */
const WATCHED_EVERY = 300_000

/** The package's middleware, with sessions that a refetch may open without writing to them. */
export default class SessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { readonly?: boolean } = {}) {
    resolved ??= await resolve()
    const store = resolved.stores[resolved.store](ctx, resolved) as DatabaseSessionStore
    store.readonly = options.readonly ?? false
    ctx.session = new Session(resolved, () => store, emitter, ctx)
    await ctx.session.initiate(options.readonly ?? false)
    const response = await (options.readonly ? asPart(next) : next())
    if (options.readonly) {
      if (isWatched(ctx.request)) await store.touch(ctx.session.sessionId, WATCHED_EVERY)
    } else {
      await ctx.session.commit()
      nameOnce(ctx, resolved)
    }
    return response
  }
}

async function resolve() {
  const config = (await configProvider.resolve<Resolved>(app, sessionConfig))!
  rememberVerified(encryption.getMessageVerifier(), config.cookieName)
  return config
}

/**
 * The package repeats the name of the session in each answer. A page that was asked for just before signing in and answers
 * just after it would give the browser its old, empty session back; so only a new name is told. Nor does a form of another
 * site, which the browser sends without its cookie, make it forget the session that it has.
 */
function nameOnce({ session, request, response }: HttpContext, { cookieName, cookie }: Resolved) {
  const told = [response.getHeader('set-cookie') ?? []].flat().map(String)
  response.removeHeader('set-cookie')
  for (const one of told) if (!one.startsWith(`${cookieName}=`)) response.append('set-cookie', one)
  if (!session.hasRegeneratedSession && (!session.fresh || isForeign(request))) return
  const held = session.get('sign_in') as HeldSignIn | undefined
  const maxAge = held?.remembered ? Math.max(0, Math.floor((held.until - Date.now()) / 1000)) : undefined
  response.cookie(cookieName, session.sessionId, { ...cookie, maxAge })
}
