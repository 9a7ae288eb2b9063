import type { HttpContext } from '@adonisjs/core/http'
import Attendee from '#models/fair/attendee'
import { fragment } from '#services/fragment'

export default class MyRegionsController {
  async show(ctx: HttpContext) {
    const attendee = await Attendee.query().where({ fair_id: ctx.fair.id, user_id: ctx.viewer.user!.id }).firstOrFail()
    return fragment(ctx, 'pages/fair/my_attendances/_outlook', { attendee, outlook: await attendee.outlook() })
  }
}
