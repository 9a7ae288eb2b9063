import type { HttpContext } from '@adonisjs/core/http'
import { outlookOf } from '#models/fair/outlook'
import { fragment } from '#services/fragment'

export default class MyRegionsController {
  async show(ctx: HttpContext) {
    const outlook = await outlookOf({ fair_id: ctx.fair.id, user_id: ctx.viewer.user!.id })
    if (!outlook) return ctx.response.abort({ message: 'Not found' }, 404)
    return fragment(ctx, 'pages/fair/my_attendances/_outlook', { outlook })
  }
}
