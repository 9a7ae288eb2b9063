import type { HttpContext } from '@adonisjs/core/http'
import { fragment } from '#services/fragment'

export default class MyRegionsController {
  async show(ctx: HttpContext) {
    return fragment(ctx, 'pages/fair/my_attendances/_outlook', { outlook: await ctx.attendee!.outlook() })
  }
}
