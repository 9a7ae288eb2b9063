import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { siteNow } from '#models/postes/site_page'
import { fragment } from '#services/fragment'

export default class RegionsController {
  /** How many postes are free now, and whether it is open. */
  async show(ctx: HttpContext) {
    return fragment(ctx, 'pages/postes/sites/_now', { now: await siteNow(ctx.site, DateTime.now()) })
  }
}
