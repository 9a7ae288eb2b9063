import type { HttpContext } from '@adonisjs/core/http'

export default class AccountsController {
  async show({ view, viewer }: HttpContext) {
    return view.render('pages/accounts/accounts/show', { user: viewer.user! })
  }
}
