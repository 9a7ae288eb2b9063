import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import Fair from '#models/fair/fair'

/** `/salon/:slug/…`: the fair that the address names, as `ctx.fair`. Of one that is archived, nothing changes but that. */
export default class FairMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.fair = await Fair.findByOrFail('slug', ctx.params.slug)
    ctx.view.share({ fair: ctx.fair })
    if (ctx.request.method() !== 'GET' && !ctx.route!.pattern.endsWith('/archive')) ctx.fair.refuseWhenArchived()
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    fair: Fair
  }
}
