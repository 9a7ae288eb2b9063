import type { HttpContext } from '@adonisjs/core/http'
import AdminPolicy from '#policies/monitoring/admin_policy'

/** The first page of the back-office. */
export default class AdminController {
  async index({ view, bouncer }: HttpContext) {
    await bouncer.with(AdminPolicy).authorize('enter')
    return view.render('pages/monitoring/admin/index')
  }
}
