import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import User from '#models/accounts/user'
import { countUsers, listUsers } from '#models/accounts/user_list'
import UserPolicy from '#policies/accounts/user_policy'
import { userFilters } from '#validators/accounts/filters'
import { termsVersion } from '#config/terms'
import { register } from '#models/accounts/registration'
import { done, localPath } from '#services/answers'
import { enter } from '#services/entering'
import { onward } from '#services/landing'
import { allow } from '#start/limiter'
import { registrationValidator } from '#validators/accounts/user'

export default class UsersController {
  async create({ view, request }: HttpContext) {
    return view.render('pages/accounts/users/create', { next: localPath(request.input('next')) })
  }

  async store(ctx: HttpContext) {
    const values = await ctx.request.validateUsing(registrationValidator)
    await allow('registration', ctx.request.ip())
    const user = await register(values, termsVersion, ctx.viewer.act())
    await enter(ctx, user)
    return done(ctx, 'accounts.users.registered', { name: user.givenName }, await onward(ctx))
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
