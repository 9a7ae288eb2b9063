import type { HttpContext } from '@adonisjs/core/http'
import { fragment } from '#services/fragment'

export default class RegionsController {
  async index(ctx: HttpContext) {
    return fragment(ctx, 'pages/accounts/organisations/_places', { places: await ctx.viewer.user!.places() })
  }

  async show(ctx: HttpContext) {
    return fragment(ctx, 'pages/accounts/organisations/_sheet', await ctx.organisation.sheetFor(ctx.viewer.user!))
  }
}
