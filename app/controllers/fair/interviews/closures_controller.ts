import type { HttpContext } from '@adonisjs/core/http'
import StandPolicy from '#policies/fair/stand_policy'
import { doneBack } from '#services/answers'

/** "Marquer passé", and taking it back. */
export default class ClosuresController {
  async store(ctx: HttpContext) {
    const { stand, interview } = await this.#find(ctx)
    await stand.markPassed(interview, ctx.viewer.act(stand))
    return doneBack(ctx, 'fair.interviews.passed', { name: interview.attendee.fullName }, `${ctx.fair.path}/stands/${stand.id}/dashboard`)
  }

  async destroy(ctx: HttpContext) {
    const { stand, interview } = await this.#find(ctx)
    await stand.undoPassed(interview, ctx.viewer.act(stand))
    return doneBack(ctx, 'fair.interviews.reopened', { name: interview.attendee.fullName }, `${ctx.fair.path}/stands/${stand.id}/dashboard`)
  }

  async #find({ fair, params, bouncer }: HttpContext) {
    const stand = await fair.related('stands').query().where('id', params.id).firstOrFail()
    await bouncer.with(StandPolicy).authorize('work', stand)
    const interview = await stand.related('interviews').query().where('id', params.interview).preload('attendee').firstOrFail()
    return { stand, interview }
  }
}
