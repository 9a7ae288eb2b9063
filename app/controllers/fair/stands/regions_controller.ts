import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/lucid'
import Stand from '#models/fair/stand'
import { standSeenBy } from '#models/fair/stand_list'
import { fragment } from '#services/fragment'

/** What the page behind a stand's poster refetches. */
export default class RegionsController {
  async show(ctx: HttpContext) {
    const seen = await standSeenBy(ctx.fair, ctx.viewer, ctx.params.id)
    if (!seen.stand) throw new errors.E_ROW_NOT_FOUND(Stand)
    return fragment(ctx, 'pages/fair/stands/_about', seen)
  }
}
