import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'

/** "J’ai lu": what was said to this person alone. */
export default class ReadingsController {
  async store(ctx: HttpContext) {
    const attendee = ctx.attendee!
    const said = await ctx.fair.related('announcements').query().where({ id: ctx.params.id, attendeeId: attendee.id }).firstOrFail()
    await said.read(ctx.viewer.actAs(attendee))
    return doneBack(ctx, 'visiting.read_done', {}, `${ctx.fair.path}/my`)
  }
}
