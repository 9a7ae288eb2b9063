import type { HttpContext } from '@adonisjs/core/http'
import { placeAtStand } from '#controllers/fair/entries/place'
import { doneBack } from '#services/answers'

/** "Faire entrer": somebody who is called and stands there, with or without a phone. */
export default class InterviewsController {
  async store(ctx: HttpContext) {
    const { stand, entry, dashboard } = await placeAtStand(ctx)
    await stand.startInterview(entry.attendee, ctx.viewer.act(stand))
    return doneBack(ctx, 'desk.let_in', { name: entry.attendee.fullName }, dashboard)
  }
}
