import type { HttpContext } from '@adonisjs/core/http'
import { placeAtStand } from '#controllers/fair/entries/place'
import { doneBack } from '#services/answers'

/** "Rappeler": rings once more, or lets somebody skipped be called again. */
export default class CallsController {
  async store(ctx: HttpContext) {
    const { stand, entry, dashboard } = await placeAtStand(ctx)
    await stand.callAgain(entry, ctx.viewer.act(stand))
    return doneBack(ctx, 'desk.called_again', { name: entry.attendee.fullName }, dashboard)
  }
}
