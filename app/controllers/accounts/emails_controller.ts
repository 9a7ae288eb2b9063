import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'

export default class EmailsController {
  async show({ view, viewer }: HttpContext) {
    const user = viewer.user!
    return view.render('pages/accounts/emails/show', { user, pending: await user.pendingEmail(DateTime.now()) })
  }
}
