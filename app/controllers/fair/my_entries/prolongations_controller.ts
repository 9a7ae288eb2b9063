import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'

/** "J'arrive": a little more time to come to the stand, once. */
export default class ProlongationsController {
  async store(ctx: HttpContext) {
    const attendee = ctx.attendee!
    const entry = await attendee.related('entries').query().where('id', ctx.params.id).preload('stand').firstOrFail()
    await attendee.announce(entry, ctx.viewer.actAs(attendee))
    return doneBack(ctx, 'visiting.turn.coming', { stand: entry.stand.name }, `${ctx.fair.path}/my`)
  }
}
