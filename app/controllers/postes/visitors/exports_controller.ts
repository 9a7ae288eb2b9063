import type { HttpContext } from '@adonisjs/core/http'
import { sendHeld, visitorAt } from '#services/visitors'

/** What is held of somebody who asks the desk for it. */
export default class ExportsController {
  async show(ctx: HttpContext) {
    const visitor = await visitorAt(ctx)
    await visitor.load('site')
    return sendHeld(ctx, visitor)
  }
}
