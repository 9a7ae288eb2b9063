import type { HttpContext } from '@adonisjs/core/http'
import { standListFor } from '#models/fair/stand_list'
import { fragment } from '#services/fragment'
import { standFilters } from '#validators/fair/filters'

export default class RegionsController {
  async show(ctx: HttpContext) {
    const list = await standListFor(ctx.fair, ctx.viewer, standFilters(ctx.request))
    return fragment(ctx, 'pages/fair/fairs/_stands', list)
  }
}
