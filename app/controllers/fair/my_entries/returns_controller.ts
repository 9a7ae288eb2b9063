import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'

/** "Je suis là", after a call that was missed. */
export default class ReturnsController {
  async store(ctx: HttpContext) {
    const attendee = ctx.attendee!
    const entry = await attendee.related('entries').query().where('id', ctx.params.id).preload('stand').firstOrFail()
    await attendee.comeBack(entry, ctx.viewer.actAs(attendee))
    return doneBack(ctx, 'visiting.missed.returned', { stand: entry.stand.name }, `${ctx.fair.path}/my`)
  }
}
