import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { retentionBoard } from '#models/monitoring/retention'
import AdminPolicy from '#policies/monitoring/admin_policy'

/** How long things are kept, and what goes tonight. */
export default class RetentionsController {
  async show({ view, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('run')
    return view.render('pages/monitoring/retentions/show', { lines: await retentionBoard(DateTime.now()) })
  }
}
