import type { HttpContext } from '@adonisjs/core/http'
import { doneBack } from '#services/answers'
import { orAsk } from '#services/asking'
import { allow } from '#start/limiter'
import { joinValidator } from '#validators/fair/override'
import { pressed } from '#validators/pressed'

/** The queues of the person: joining one, leaving one. */
export default class MyEntriesController {
  async store(ctx: HttpContext) {
    const { standId, despite = false } = await pressed(ctx.request.validateUsing(joinValidator))
    await allow('join', ctx.viewer.user?.id ?? `guest:${ctx.attendee!.id}`)
    const stand = await ctx.fair.related('stands').query().where('id', standId).firstOrFail()
    return orAsk(ctx, 'fair.refusals.join_last_call', `${ctx.fair.path}/stands/${stand.id}`, async () => {
      await ctx.fair.enqueue(stand, ctx.attendee ?? ctx.viewer.user!, ctx.viewer.actAs(ctx.attendee), { despite })
      return doneBack(ctx, 'fair.entries.joined', { stand: stand.name }, `${ctx.fair.path}/my`)
    })
  }

  async destroy(ctx: HttpContext) {
    const attendee = ctx.attendee!
    const entry = await attendee.related('entries').query().where('id', ctx.params.id).preload('stand').firstOrFail()
    await entry.stand.leave(attendee, ctx.viewer.actAs(attendee))
    return doneBack(ctx, 'fair.entries.left', { stand: entry.stand.name }, `${ctx.fair.path}/my`)
  }
}
