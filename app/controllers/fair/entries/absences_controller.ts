import type { HttpContext } from '@adonisjs/core/http'
import { placeAtStand } from '#controllers/fair/entries/place'
import { doneBack } from '#services/answers'

/** Somebody who was called and is not there, and taking it back. */
export default class AbsencesController {
  async store(ctx: HttpContext) {
    const { stand, entry, dashboard } = await placeAtStand(ctx)
    await stand.markAbsent(entry, ctx.viewer.act(stand))
    return doneBack(ctx, 'desk.absent', { name: entry.attendee.fullName }, dashboard)
  }

  async destroy(ctx: HttpContext) {
    const { stand, entry, dashboard } = await placeAtStand(ctx)
    await stand.undoAbsence(entry, ctx.viewer.act(stand))
    return doneBack(ctx, 'desk.absence_undone', { name: entry.attendee.fullName }, dashboard)
  }
}
