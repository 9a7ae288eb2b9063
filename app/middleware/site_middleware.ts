import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import Site from '#models/postes/site'
import { siteCount } from '#models/postes/site_list'

/** `/postes/:slug/…`: the site that the address names, as `ctx.site`; `onlySite` where nobody needs to be told which one it is. */
export default class SiteMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.site = await Site.query().where('slug', ctx.params.slug).whereNull('retired_at').firstOrFail()
    ctx.view.share({ site: ctx.site, onlySite: (await siteCount()) === 1 })
    return next()
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    site: Site
  }
}
