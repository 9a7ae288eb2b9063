import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'

/** Files of `public/`. Their names have an extension, and those of pages have none: the disk is not asked about pages. */
export default class AssetsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (!/\.\w+$/.test(ctx.request.url())) return next()
    return (await ctx.containerResolver.make(StaticMiddleware)).handle(ctx, next)
  }
}
