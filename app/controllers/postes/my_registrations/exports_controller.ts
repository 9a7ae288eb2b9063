import type { HttpContext } from '@adonisjs/core/http'
import Visitor from '#models/postes/visitor'
import { sendHeld } from '#services/visitors'

/** What a site holds of the person themselves. */
export default class ExportsController {
  async show(ctx: HttpContext) {
    const visitor = await Visitor.query().where({ id: ctx.params.id, user_id: ctx.viewer.user!.id }).preload('site').firstOrFail()
    return sendHeld(ctx, visitor)
  }
}
