import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { paperSheets, paperStands } from '#models/fair/paper'
import FairPolicy from '#policies/fair/fair_policy'
import { SHEETS, streamSheets } from '#services/paper'

/** All queues on paper, as they are now. */
export default class PapersController {
  async show(ctx: HttpContext) {
    const { view, fair } = ctx
    await ctx.bouncer.with(FairPolicy).authorize('manage', fair)
    const at = DateTime.now()
    const stands = await paperStands(fair)
    const page = await view.render('pages/fair/papers/show', { stands, at: at.toJSDate(), sheets: SHEETS })
    async function* sheets() {
      for await (const sheet of paperSheets(stands)) yield await view.render('pages/fair/papers/_sheet', { sheet, at: at.toJSDate() })
    }
    return streamSheets(ctx, page, sheets())
  }
}
