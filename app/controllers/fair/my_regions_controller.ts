import type { HttpContext } from '@adonisjs/core/http'
import { visitOf } from '#models/fair/visit'
import { fragment } from '#services/fragment'

export default class MyRegionsController {
  async show(ctx: HttpContext) {
    return fragment(ctx, 'pages/fair/my_attendances/_outlook', await visitOf(ctx.fair, ctx.outlook!))
  }
}
