import type { HttpContext } from '@adonisjs/core/http'
import StandPolicy from '#policies/fair/stand_policy'
import { doneBack } from '#services/answers'
import { slotsValidator } from '#validators/fair/stand'

/** How many interviews a stand holds at a time, when the fair lets it decide. */
export default class SlotsController {
  async update(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('work', stand)
    const { slots } = await ctx.request.validateUsing(slotsValidator)
    await stand.setSlots(slots, ctx.viewer.act(stand))
    return doneBack(ctx, 'setup.slots.set', { count: slots }, `${ctx.fair.path}/stands/${stand.id}/dashboard`)
  }
}
