import type { HttpContext } from '@adonisjs/core/http'
import { Refusal } from '#exceptions/refusal'
import StandPolicy from '#policies/fair/stand_policy'
import { doneBack } from '#services/answers'
import { closuresValidator } from '#validators/fair/desk'
import { pressed } from '#validators/pressed'

/** "Marquer passés": those who were ticked. */
export default class ClosuresController {
  async store(ctx: HttpContext) {
    const stand = await ctx.fair.related('stands').query().where('id', ctx.params.id).firstOrFail()
    await ctx.bouncer.with(StandPolicy).authorize('work', stand)
    const { interviews } = await pressed(ctx.request.validateUsing(closuresValidator))
    const ticked = await stand.related('interviews').query().whereIn('id', interviews)
    if (ticked.length === 0) throw new Refusal('fair.refusals.nobody_ticked', {}, { status: 422 })
    const marked = await stand.markPassedAll(ticked, ctx.viewer.act(stand))
    const names = marked.map(({ attendee }) => attendee.fullName).join(', ')
    return doneBack(ctx, 'desk.passed_all', { count: marked.length, names }, `${ctx.fair.path}/stands/${stand.id}/dashboard`)
  }
}
