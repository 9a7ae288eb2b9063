import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import User from '#models/accounts/user'
import { countUsers, listUsers } from '#models/accounts/user_list'
import UserPolicy from '#policies/accounts/user_policy'
import { userFilters } from '#validators/accounts/filters'
import { localPath } from '#services/answers'

export default class UsersController {
  /** Signing up begins with what one comes for; each kind has its own form. */
  async create({ view, request }: HttpContext) {
    return view.render('pages/accounts/users/create', { next: localPath(request.input('next')) })
  }

  /** The accounts of everybody, for those who give rights. */
  async index({ view, request, bouncer }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('manage')
    const filters = userFilters(request)
    const [users, counts] = await Promise.all([listUsers(filters), countUsers()])
    return view.render('pages/accounts/users/index', { users, counts, filters })
  }

  async show({ view, params, bouncer }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('manage')
    const user = await User.findOrFail(params.id)
    return view.render('pages/accounts/users/show', { user, ...(await user.sheet(DateTime.now())) })
  }
}
