import { configProvider } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import app from '@adonisjs/core/services/app'
import emitter from '@adonisjs/core/services/emitter'
import '@adonisjs/session/session_middleware'
import { Session } from '@adonisjs/session'
import sessionConfig from '#config/session'

type Resolved = Awaited<ReturnType<(typeof sessionConfig)['resolver']>>

let resolved: Resolved | undefined

/** The package's middleware, with sessions that a refetch may open without writing to them. */
export default class SessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { readonly?: boolean } = {}) {
    resolved ??= (await configProvider.resolve<Resolved>(app, sessionConfig))!
    ctx.session = new Session(resolved, resolved.stores[resolved.store], emitter, ctx)
    await ctx.session.initiate(options.readonly ?? false)
    const response = await next()
    await ctx.session.commit()
    return response
  }
}
